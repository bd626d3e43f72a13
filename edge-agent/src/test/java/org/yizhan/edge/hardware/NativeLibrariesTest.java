package org.yizhan.edge.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {
  private static final List<String> MOUNTS =
      List.of(
          "/dev/mmcblk0p2 / ext4 rw,noatime 0 0",
          "tmpfs /tmp tmpfs rw,nosuid,nodev,noexec 0 0",
          "tmpfs /tmp/work\\040shop tmpfs rw,relatime 0 0",
          "broken");

  @Test
  void sees_a_folder_from_which_nothing_may_be_loaded() {
    assertThat(NativeLibraries.isNoexec(MOUNTS, Path.of("/tmp"))).isTrue();
    assertThat(NativeLibraries.isNoexec(MOUNTS, Path.of("/tmp/deeper/still"))).isTrue();
  }

  @Test
  void the_innermost_mount_counts() {
    assertThat(NativeLibraries.isNoexec(MOUNTS, Path.of("/tmp/work shop/a"))).isFalse();
    assertThat(NativeLibraries.isNoexec(MOUNTS, Path.of("/tmpfile"))).isFalse();
    assertThat(NativeLibraries.isNoexec(MOUNTS, Path.of("/var/lib"))).isFalse();
  }

  @Test
  void a_later_mount_hides_an_earlier_one_at_the_same_place() {
    List<String> twice = List.of("a / ext4 rw,noexec 0 0", "b / ext4 rw 0 0");

    assertThat(NativeLibraries.isNoexec(twice, Path.of("/tmp"))).isFalse();
  }
}
