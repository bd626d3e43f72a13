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
        "settings --data {}/empty",
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
