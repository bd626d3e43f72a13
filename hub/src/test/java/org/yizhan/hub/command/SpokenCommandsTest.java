package org.yizhan.hub.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.speech.SpeakingWriter;

/** An operator's mistake is answered in the language of the system and in no other. */
class SpokenCommandsTest {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** Three words in a row are English prose; options, ids, paths and commands are not. */
  private static final Pattern ENGLISH =
      Pattern.compile("(?<![-\\w/.'])(?!hub |station )[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}(?![\\w/])");

  @TempDir Path folder;

  @BeforeEach
  void prepare_folders() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("wrong.yaml"), "id: X\nkind: palace\n");
    Files.writeString(folder.resolve("no.backup"), "nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fly",
        "--data",
        "--web-port many",
        "--data {}/empty --web-port 99999",
        "--data {}/empty --web-cert {}/none",
        "station add --data {}/empty --profile {}/none.yaml",
        "station add --data {}/empty",
        "station list --data {}/empty",
        "station retire --data {}/empty NoStation!",
        "pass issue --data {}/empty",
        "pass revoke --data {}/empty 12",
        "account add --data {}/empty",
        "account add --data {}/empty ann",
        "backup --data {}/empty {}/b",
        "restore --data {}/empty {}/none",
        "restore --data {}/empty {}/no.backup",
        "unlock --data {}/empty",
        "labels --data {}/empty --out {}/l.pdf",
        "labels --station NoStation! --data {}/empty",
        "settings --data {}/empty",
        "channel list --data {}/empty",
        "channel add --data {}/empty",
        "channel add k --data {}/empty --place shandong",
        "channel add k --data {}/empty --mail a@example.org",
        "channel add k --data {}/empty --mail nobody --place shandong",
        "channel add K! --data {}/empty --mail a@example.org --place shandong",
        "channel add k --data {}/empty --wecom http://example.org/?key=1 --place shandong",
        "channel add k --data {}/empty --wecom https://example.org/ --place shandong",
        "channel add k --data {}/empty --wecom https://a@b/?key=1 --place shandong",
        "channel add k --data {}/empty --feishu https://example.org/ --place shandong",
        "channel add k --data {}/empty --mail a@example.org --secret x --place shandong",
        "channel add k --data {}/empty --ntfy topic --place shandong",
        "channel add k --data {}/empty --ntfy https://ntfy.sh/a.b --place shandong",
        "channel add k --data {}/empty --webhook ::: --place shandong",
        "channel add k --data {}/empty --mail a@example.org --place S",
        "channel add k --data {}/empty --mail a@example.org --place shandong --role king",
        "channel add k --data {}/empty --mail a@example.org --place shandong --language fr",
        "channel add k --data {}/empty --mail a@example.org --place shandong --quiet late",
        "channel add k --data {}/empty --mail a@example.org --place a --quiet 22:00-22:00",
        "channel add k --data {}/empty --mail a@example.org --place a --zone Moon",
        "channel matters --data {}/empty",
        "channel handled M! --data {}/empty",
        "channel handled --data {}/empty",
        "channel mute k --data {}/empty --hours 0",
        "channel mute k --data {}/empty --hours 1 --off",
        "channel mail-server x --data {}/empty --from nobody",
        "channel mail-server x --data {}/empty --from a@example.org --user x",
        "channel mail-server x --data {}/empty --from a@example.org --security none",
        "channel mail-server x --data {}/empty --from a@example.org --security rot13",
        "channel mail-server x --data {}/empty --from a@example.org --port 0",
      })
  void speaks_the_language_of_the_system_and_no_other(String line) {
    String chinese = say(HubCommandLine.chinese(), line);
    String english = say(UnaryOperator.identity(), line);

    assertThat(chinese).containsPattern(CHINESE).doesNotContainPattern(ENGLISH);
    assertThat(english).isNotBlank().doesNotContainPattern(CHINESE);
  }

  private String say(UnaryOperator<String> speech, String line) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintWriter out = new SpeakingWriter(said, speech);
    int code =
        HubCommandLine.run(
            out,
            out,
            List.of(line.replace("{}", folder.toString()).split(" ")).toArray(String[]::new));
    assertThat(code).isPositive();
    return said.toString(UTF_8);
  }
}
