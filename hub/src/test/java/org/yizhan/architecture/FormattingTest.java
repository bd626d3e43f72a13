package org.yizhan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormattingTest {
  private static final boolean WRITE = "write".equals(System.getProperty("yizhan.format"));
  private static final int FILES_LEAST = 60;

  @Test
  void every_source_file_is_formatted() throws IOException, FormatterException {
    Formatter formatter = new Formatter();
    List<String> unformatted = new ArrayList<>();
    List<Path> sources = Sources.java();

    for (Path file : sources) {
      String text = Sources.read(file);
      String formatted =
          formatter.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.GOOGLE)));
      if (!formatted.equals(text)) {
        if (WRITE) {
          Files.writeString(file, formatted);
        } else {
          unformatted.add(Sources.name(file));
        }
      }
    }

    assertThat(sources).hasSizeGreaterThan(FILES_LEAST);
    assertThat(unformatted).as("not formatted; run ./yizhan format").isEmpty();
  }
}
