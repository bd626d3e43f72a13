package org.yizhan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.edge.loop.Await;
import org.yizhan.edge.station.Passes;
import org.yizhan.edge.time.ClockTrust;
import org.yizhan.wire.Order;
import org.yizhan.wire.WireCodec;
import picocli.CommandLine;

/** A whole agent on simulated parts, with no hub anywhere, and the commands that ask it. */
class StationCommandTest {
  private static final Path KIOSK =
      Path.of(System.getProperty("yizhan.root"), "firmware-config", "stations", "kiosk-24h.yaml");

  private static final Path BOOK =
      Path.of("src", "main", "resources", "org", "yizhan", "edge", "commands_zh.txt");

  @TempDir Path data;
  private @Nullable Agent agent;

  private record Said(int code, String out, String err) {}

  @AfterEach
  void stop() {
    if (agent != null) {
      agent.close();
    }
  }

  @Test
  void admits_a_good_pass_with_no_hub_anywhere_and_journals_the_visit() throws Exception {
    start();

    Said scan = say("scan", "--json", Passes.GOOD);

    assertThat(scan.code()).isZero();
    assertThat(scan.out()).startsWith("{\"decision\":\"admitted\",\"reason\":null,\"micros\":");
    Await.until(
        "the door moved and shut, and it stands in the journal",
        () -> say("journal", "--last", "100").out().contains("DoorClosed"));
    assertThat(say("journal", "--last", "100").out())
        .contains("JournalOpened", "PassAdmitted", "DoorOpened", "PersonEntered[people=1]");
    assertThat(say("status").out()).contains("inside    1", "SIMULATED", "hub       offline");
  }

  @Test
  void says_why_it_refuses_and_ends_with_another_code() throws Exception {
    start();

    Said text = say("scan", Passes.FORGED);

    assertThat(text.code()).isEqualTo(ScanCommand.REFUSED);
    assertThat(text.out()).startsWith("refused (UNKNOWN_ISSUER), decided in ");
  }

  @Test
  void finds_the_chained_door() throws Exception {
    start();

    Said chain = say("simulate", "chain");
    Said scan = say("scan", Passes.GOOD);
    Said push = say("simulate", "push");

    assertThat(chain.code()).isZero();
    assertThat(scan.code()).isZero();
    assertThat(push.code()).isEqualTo(1);
    assertThat(push.err()).contains("locked or chained");
  }

  @Test
  void reads_the_journal_while_no_agent_runs() throws Exception {
    start();
    say("scan", "--stay-outside", Passes.GOOD);
    stop();

    Said journal = say("journal", "--json");

    assertThat(journal.code()).isZero();
    assertThat(journal.out()).startsWith("{\"facts\":[").contains("pass-admitted");
  }

  @Test
  void refuses_to_ask_where_no_agent_runs() {
    for (List<String> command : List.of(List.of("status"), List.of("scan", "x"))) {
      Said said = say(command.toArray(String[]::new));

      assertThat(said.code()).isEqualTo(1);
      assertThat(said.err()).contains("No agent runs on the folder").hasLineCount(1);
    }
    assertThat(say("journal").err()).contains("There is no journal");
  }

  @Test
  void refuses_a_second_agent_on_the_same_folder() throws Exception {
    start();

    assertThatThrownBy(() -> Agent.open(options()))
        .isInstanceOf(AgentTrouble.class)
        .hasMessageContaining("Another agent runs");
  }

  @Test
  void refuses_to_start_without_a_usable_profile_and_names_every_problem() throws IOException {
    Said missing = say("run");
    Files.writeString(data.resolve("profile.yaml"), "id: X\nzone: Mars/Base\nnonsense: 1\n");
    Said wrong = say("run");
    Files.write(data.resolve("profile.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Said binary = say("run");

    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("no profile.yaml");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("these problems", "1:", "2:", "3:");
    assertThat(binary.err()).contains("not UTF-8");
  }

  @Test
  void refuses_wrong_flags() {
    assertThat(say("run", "--panel-port", "70000").err()).contains("--panel-port");
    assertThat(say("journal", "--last", "0").code()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(say("dance").code()).isEqualTo(CommandLine.ExitCode.USAGE);
  }

  @Test
  void warns_in_both_languages_what_vouching_for_a_clock_means() {
    assertThat(helpIn(false)).contains("--trust-clock", "expired passes may open");
    assertThat(helpIn(true)).contains("--trust-clock", "过期的通行码也可能开门");
  }

  private static String helpIn(boolean chinese) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EdgeMain.run(chinese, out, OutputStream.nullOutputStream(), "run", "--help");
    return out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", chinese ? "" : " ");
  }

  @Test
  void tells_in_chinese_why_the_clock_is_trusted_or_not() throws IOException {
    String book = Files.readString(BOOK);
    for (ClockTrust trust : ClockTrust.values()) {
      assertThat(book).contains(trust.why());
    }
    assertThat(book).contains("although --trust-clock was given");
  }

  @Test
  void works_on_when_the_journal_s_folder_cannot_be_written() throws Exception {
    prepare();
    Files.writeString(data.resolve("journal"), "a file where the folder should be");
    Agent opened = Agent.open(options());
    agent = opened;
    opened.startRest();

    Said scan = say("scan", Passes.GOOD);

    assertThat(scan.code()).isZero();
    Await.until(
        "the fault is shown", () -> say("status", "--json").out().contains("JOURNAL_FAILED"));
  }

  @Test
  void lives_through_past_days_once_before_its_first_present() throws Exception {
    prepare();
    Files.writeString(data.resolve("simulated-passes.txt"), Passes.GOOD + "\n");
    AgentOptions lifelike =
        new AgentOptions(
            data, AgentOptions.LOOPBACK, 0, false, Optional.of(new AgentOptions.Lifelike(3, 1, 2)));

    Agent.open(lifelike).close();
    String first = say("journal", "--last", "1000").out();
    Agent.open(lifelike).close();
    String second = say("journal", "--last", "1000").out();

    assertThat(first).contains("PassAdmitted", "ClimateMeasured");
    assertThat(count(second, "JournalOpened"))
        .as("one more boot, and no past lived again")
        .isEqualTo(count(first, "JournalOpened") + 1);
  }

  private static long count(String text, String word) {
    return text.lines().filter(line -> line.contains(word)).count();
  }

  @Test
  void keeps_its_secrets_to_itself() throws Exception {
    start();

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("visitor-key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void is_of_the_version_the_build_says() throws IOException {
    String pom = Files.readString(Path.of(System.getProperty("yizhan.root"), "pom.xml"));

    assertThat(pom).contains("<version>" + Agent.VERSION + "</version>");
  }

  private void prepare() throws IOException {
    Files.writeString(
        data.resolve("profile.yaml"), Files.readString(KIOSK) + "\nsimulated: true\n");
    Files.createDirectories(data.resolve("desired"));
    Files.write(
        data.resolve("desired").resolve("issuers.json"),
        WireCodec.writeOrder(new Order.ApplyIssuers(1, Passes.trusted().issuers())));
  }

  private void start() throws Exception {
    prepare();
    Agent opened = Agent.open(options());
    agent = opened;
    opened.startRest();
    Await.until("the door is read", () -> say("status").out().contains("door      closed"));
  }

  private AgentOptions options() {
    return new AgentOptions(data, AgentOptions.LOOPBACK, 0, false, Optional.empty());
  }

  private Said say(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[arguments.length + 2];
    all[0] = arguments[0];
    all[1] = "--data";
    all[2] = data.toString();
    System.arraycopy(arguments, 1, all, 3, arguments.length - 1);
    int code =
        EdgeMain.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all);
    return new Said(code, out.toString(), err.toString());
  }
}
