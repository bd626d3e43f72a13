package org.yizhan.hub;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.yizhan.hub.command.HubCommandLine;
import org.yizhan.speech.SpeakingWriter;

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
            new SpeakingWriter(System.out, speech()),
            new SpeakingWriter(System.err, speech()),
            arguments));
  }

  private static UnaryOperator<String> speech() {
    return SpeakingWriter.isChinese(System.getenv())
        ? HubCommandLine.chinese()
        : UnaryOperator.identity();
  }

  /**
   * Java asks the C library, which knows only languages that are installed; the wish counts here.
   */
  private static void speakTheLanguageOfTheSystem() {
    if (SpeakingWriter.isChinese(System.getenv())) {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    }
  }
}
