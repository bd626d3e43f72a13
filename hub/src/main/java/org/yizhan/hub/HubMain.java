package org.yizhan.hub;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.yizhan.hub.command.HubCommandLine;

/** {@code yizhan hub …}. */
public final class HubMain {
  private HubMain() {}

  public static void main(String[] arguments) {
    if (System.getProperty("java.util.logging.config.file") == null) {
      System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %5$s%6$s%n");
    }
    System.exit(
        HubCommandLine.run(
            new PrintWriter(System.out, true, Charset.defaultCharset()),
            new PrintWriter(System.err, true, Charset.defaultCharset()),
            arguments));
  }
}
