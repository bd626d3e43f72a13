package org.yizhan.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a tired person types is answered in one language. */
class SpokenCommandsTest {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** Three words in a row are English prose; options, ids, paths and commands are not. */
  private static final Pattern ENGLISH =
      Pattern.compile("(?<![-\\w/.'])(?!hub |station )[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}(?![\\w/])");

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void prepare_folders() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("wrong"));
    Files.writeString(folder.resolve("wrong/profile.yaml"), "id: X\nkind: palace\nhours: always\n");
    Files.createDirectories(folder.resolve("latin"));
    Files.write(folder.resolve("latin/profile.yaml"), new byte[] {'i', 'd', ':', (byte) 0xe4});
    Files.writeString(folder.resolve("bundle.json"), "{\"station\": 5}");
    Files.writeString(folder.resolve("broken.json"), "not a bundle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fly",
        "run",
        "run --data",
        "run --data {}/none",
        "run --data {}/empty",
        "run --data {}/wrong",
        "run --data {}/latin",
        "run --data {}/empty --panel-port 99999",
        "run --data {}/empty --panel-port many",
        "run --data {}/empty --lifelike --bustle 0",
        "run --data {}/empty --lifelike --past-days 100",
        "scan --data {}/empty",
        "scan --data {}/empty YZ1:ABC",
        "scan --data {}/empty one two",
        "scan --dat {}/empty YZ1:ABC",
        "status",
        "status --data {}/empty",
        "status --data {}/empty --jsno",
        "journal --data {}/empty",
        "journal --data {}/empty --last 0",
        "journal --data {}/empty --last few",
        "simulate --data {}/empty jump",
        "simulate --data {}/empty",
        "enrol --data {}/empty",
        "enrol --data {}/empty {}/none.json",
        "enrol --data {}/empty {}/bundle.json",
        "enrol --data {}/empty {}/broken.json",
        "--help",
        "run --help",
        "scan --help",
        "status --help",
        "journal --help",
        "simulate --help",
        "enrol --help",
      })
  void speaks_the_language_of_the_system_and_no_other(String line) {
    String chinese = say(true, line);
    String english = say(false, line);

    assertThat(chinese).containsPattern(CHINESE).doesNotContainPattern(ENGLISH);
    assertThat(english).isNotBlank().doesNotContainPattern(CHINESE);
  }

  @Test
  void an_error_says_what_where_and_what_to_do() {
    assertThat(say(true, "status --data {}/empty")).contains("没有驿站程序在运行", "station run");
    assertThat(say(false, "status --data {}/empty")).contains("No agent runs", "station run");
  }

  private String say(boolean chinese, String line) {
    said.reset();
    List<String> words =
        line.isEmpty() ? List.of() : List.of(line.replace("{}", folder.toString()).split(" "));
    int code = EdgeMain.run(chinese, said, said, words.toArray(String[]::new));
    assertThat(code).isEqualTo(line.contains("--help") ? 0 : code == 0 ? -1 : code);
    return said.toString(UTF_8);
  }
}
