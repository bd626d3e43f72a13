package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest extends WithHub {
  @Test
  void prometheus_own_check_has_nothing_to_say(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        isInstalled("promtool"), "no promtool on the PATH; install it: apt-get install prometheus");
    hub.withAccount();
    client.signIn();
    client.get("/");
    Path metrics = Files.writeString(folder.resolve("metrics"), client.get("/metrics").body());

    Process check =
        new ProcessBuilder("promtool", "check", "metrics")
            .redirectInput(metrics.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isEmpty();
    assertThat(check.exitValue()).isZero();
  }

  private static boolean isInstalled(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Stream.of(path.split(":", -1)).anyMatch(f -> Files.isExecutable(Path.of(f, program)));
  }
}
