package org.yizhan.hub.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.hub.notice.Kiosk;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.station.FixtureName;
import org.yizhan.wire.FaultKind;

/** Through a real SMTP server, read back by another program's MIME parser. */
class MailTest {
  private static final Channel KEEPER = new Channel.Mail("keeper@example.org");

  @TempDir Path folder;
  private final GreenMail smtp =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private TellingHub hub;

  @BeforeEach
  void open() {
    hub = new TellingHub(folder);
    smtp.start();
    server(Optional.empty(), "").write(hub.database);
  }

  private MailServer server(Optional<String> user, String password) {
    return new MailServer(
        "127.0.0.1",
        smtp.getSmtp().getPort(),
        MailServer.Security.NONE,
        user,
        password,
        "yizhan@hub.example.org");
  }

  @AfterEach
  void close() {
    smtp.stop();
    hub.close();
  }

  @Test
  void a_message_arrives_with_its_text_and_the_headers_of_its_way_out() throws Exception {
    Outcome outcome = hub.senders.send(KEEPER, SampleLetters.one());

    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    MimeMessage mail = only();
    assertThat(mail.getSubject()).isEqualTo("东昌路驿站：饮用水还剩 1，低于最低存量 12");
    assertThat(mail.getHeader("Message-ID"))
        .containsExactly("<5f0c1b8e-4a4c-4f0e-9d5b-1d7f3f3c2a11@hub.example.org>");
    assertThat(mail.getHeader("List-Unsubscribe"))
        .containsExactly("<https://hub.example.org/unsubscribe/00112233445566778899aabbccddeeff>");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getContent().toString())
        .contains("请安排补货。")
        .contains("https://hub.example.org/stations/lc-dongchang-01")
        .contains("不想再收到这些消息: https://hub.example.org/unsubscribe/");
  }

  @Test
  void without_a_page_the_way_out_is_a_mail_and_no_one_click_is_promised() throws Exception {
    hub.senders.send(KEEPER, SampleLetters.of(2, Optional.empty()));

    assertThat(only().getHeader("List-Unsubscribe"))
        .containsExactly("<mailto:yizhan@hub.example.org?subject=unsubscribe>");
    assertThat(only().getHeader("List-Unsubscribe-Post")).isNull();
  }

  @Test
  void signs_in_where_the_server_wants_it_and_says_when_it_may_not() {
    smtp.setUser("yizhan", "secret");
    server(Optional.of("yizhan"), "secret").write(hub.database);
    assertThat(hub.senders.send(KEEPER, SampleLetters.one())).isInstanceOf(Outcome.Delivered.class);

    server(Optional.of("yizhan"), "wrong").write(hub.database);

    assertThat(hub.senders.send(KEEPER, SampleLetters.one())).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void a_server_that_offers_no_encryption_is_sent_nothing_where_it_is_demanded() {
    new MailServer(
            "127.0.0.1",
            smtp.getSmtp().getPort(),
            MailServer.Security.STARTTLS,
            Optional.empty(),
            "",
            "yizhan@hub.example.org")
        .write(hub.database);

    assertThat(hub.senders.send(KEEPER, SampleLetters.one())).isInstanceOf(Outcome.Failed.class);
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void mail_that_did_not_arrive_is_sent_again_under_the_same_id() throws Exception {
    hub.addKeeper(KEEPER);
    int port = smtp.getSmtp().getPort();
    smtp.stop();
    hub.queue.tell(
        NoticeWords.faultRaised(Kiosk.REF, FaultKind.LOCK_FAILED, new FixtureName("front-lock")));
    hub.round();
    assertThat(hub.standing("keepers").trouble())
        .hasValueSatisfying(why -> assertThat(why).startsWith("mail server: "));

    GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    again.start();
    try {
      hub.live(Duration.ofMinutes(2));
      assertThat(again.getReceivedMessages()).hasSize(1);
    } finally {
      again.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keeper",
        "keeper@",
        "keeper@example.org\r\nBcc: all@example.org",
        "\"a b\"@example.org",
        "keeper@example.org, other@example.org",
        "Keeper <keeper@example.org>",
        "k@x",
      })
  void only_one_plain_address_is_an_address(String text) {
    assertThatThrownBy(() -> new Channel.Mail(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private MimeMessage only() throws MessagingException, IOException {
    assertThat(smtp.getReceivedMessages()).hasSize(1);
    return smtp.getReceivedMessages()[0];
  }
}
