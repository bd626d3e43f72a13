package org.yizhan.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  /** The simulated volunteers of a demonstration slept for ever once its programs were silent. */
  @Test
  void listening_to_a_silent_program_takes_no_carrier_from_virtual_threads(@TempDir Path folder) {
    ChildProcess child =
        ChildProcess.start("silent", List.of("sleep", "60"), folder.resolve("silent.txt"));
    try {
      // virtual threads are not among these
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .contains("silent");
    } finally {
      child.stop(Duration.ofSeconds(5));
    }
  }
}
