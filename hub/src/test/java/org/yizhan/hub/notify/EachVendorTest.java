package org.yizhan.hub.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yizhan.hub.notice.Letter;

/** What we send is what each vendor takes, as it documents that it takes it. */
class EachVendorTest {
  @TempDir Path folder;
  private TellingHub hub;
  private VendorStandIn vendors;

  @BeforeEach
  void open() {
    hub = new TellingHub(folder);
    vendors = new VendorStandIn(hub.clock);
  }

  @AfterEach
  void close() {
    vendors.close();
    hub.close();
  }

  static Stream<Function<VendorStandIn, Channel>> channels() {
    return Stream.of(
        VendorStandIn::weCom,
        VendorStandIn::dingTalk,
        VendorStandIn::feishu,
        VendorStandIn::ntfy,
        VendorStandIn::webhook);
  }

  @ParameterizedTest
  @MethodSource("channels")
  void takes_one_notice_and_many(Function<VendorStandIn, Channel> of) {
    Channel channel = of.apply(vendors);

    for (Letter letter :
        List.of(
            SampleLetters.one(),
            SampleLetters.of(20, Optional.of("https://hub.example.org")),
            SampleLetters.of(20, Optional.empty()))) {
      assertThat(hub.senders.send(channel, letter))
          .as(channel.kind())
          .isInstanceOf(Outcome.Delivered.class);
    }
  }

  @Test
  void a_wrong_secret_is_told_in_the_vendors_words() {
    Channel dingTalk = new Channel.DingTalkRobot(vendors.dingTalk().url(), "SECwrong");
    Channel feishu = new Channel.FeishuRobot(vendors.feishu().url(), "wrong");
    Channel ntfy = new Channel.Ntfy(vendors.ntfy().server(), "lc-keepers", Optional.of("tk_wrong"));

    assertThat(why(dingTalk)).isEqualTo("errcode 310000: sign not match");
    assertThat(why(feishu)).startsWith("code 19021: sign match fail");
    assertThat(why(ntfy)).startsWith("HTTP 403");
  }

  @Test
  void nobody_at_the_address_is_an_outcome_not_an_exception() {
    assertThat(why(new Channel.WeComRobot(URI.create("http://127.0.0.1:1/send?key=x"))))
        .contains("ConnectException");
  }

  private String why(Channel channel) {
    return ((Outcome.Failed) hub.senders.send(channel, SampleLetters.one())).why();
  }
}
