package org.yizhan.hub;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.stream.Stream;
import org.yizhan.hub.command.HubCommandLine;

/** {@code yizhan hub …}. */
public final class HubMain {
  private HubMain() {}

  public static void main(String[] arguments) {
    if (System.getProperty("java.util.logging.config.file") == null) {
      System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %5$s%6$s%n");
    }
    speakTheLanguageOfTheSystem();
    System.exit(
        HubCommandLine.run(
            new PrintWriter(System.out, true, Charset.defaultCharset()),
            new PrintWriter(System.err, true, Charset.defaultCharset()),
            arguments));
  }

  /**
   * Java asks the C library, which knows only languages that are installed; the wish counts here.
   */
  private static void speakTheLanguageOfTheSystem() {
    String wish =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(System::getenv)
            .filter(value -> value != null && !value.isEmpty())
            .findFirst()
            .orElse("");
    if (wish.startsWith("zh")) {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    }
  }
}
