package org.yizhan.speech;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Prints lines in the language of who reads them, in UTF-8. */
public final class SpeakingWriter extends PrintWriter {
  private final UnaryOperator<String> speech;

  public SpeakingWriter(OutputStream out, UnaryOperator<String> speech) {
    super(out, true, StandardCharsets.UTF_8);
    this.speech = speech;
  }

  /** Whether Chinese is wished (POSIX: LC_ALL goes before LC_MESSAGES before LANG). */
  public static boolean isChinese(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toLowerCase(Locale.ROOT).startsWith("zh"))
        .orElse(false);
  }

  /** A document for programs is not spoken, whatever sentences stand in it. */
  @Override
  public void println(String text) {
    boolean isJson = text.startsWith("{") || text.startsWith("[");
    super.println(isJson ? text : speech.apply(text));
  }

  /** As a whole, since half a sentence cannot be looked up. */
  @Override
  @SuppressWarnings("AnnotateFormatMethod") // the overridden method is not annotated either
  public PrintWriter printf(String format, Object... values) {
    write(speech.apply(String.format(Locale.ROOT, format, values)));
    flush();
    return this;
  }
}
