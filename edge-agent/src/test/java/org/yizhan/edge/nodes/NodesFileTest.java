package org.yizhan.edge.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.edge.hardware.HardwareException;

class NodesFileTest {
  private static final String KEY = "\"000102030405060708090a0b0c0d0e0f\"";

  @TempDir Path data;

  @Test
  void reads_nodes_and_their_keys() throws Exception {
    write("port: 0\nhost: 127.0.0.1\nnodes:\n  shelf-1: " + KEY + "\n", "rw-------");

    NodesFile file = NodesFile.read(data);

    assertThat(file.port()).isZero();
    assertThat(file.host()).isEqualTo("127.0.0.1");
    assertThat(file.keys()).containsOnlyKeys("shelf-1");
    assertThat(file.keys().get("shelf-1")).hasSize(16).endsWith(15);
  }

  @Test
  void listens_on_the_coaps_port_unless_told_otherwise() throws Exception {
    write("nodes: #\n  shelf-1: " + KEY + "\n", "rw-------");

    assertThat(NodesFile.read(data).port()).isEqualTo(5_684);
  }

  @Test
  void refuses_a_file_that_others_may_read_and_says_what_to_do() throws Exception {
    write("nodes: #\n  shelf-1: " + KEY + "\n", "rw-r-----");

    assertThatThrownBy(() -> NodesFile.read(data))
        .isInstanceOf(HardwareException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void says_that_the_file_is_missing() {
    assertThatThrownBy(() -> NodesFile.read(data)).hasMessageContaining("nodes.yaml is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "just text|is not a map",
        "nodes: {}|needs 1 to 64 nodes",
        "nodes: {shelf-1: abc}|a wrong key for shelf-1",
        "nodes: {shelf-1: 1234}|a wrong key for shelf-1",
        "nodes: {Shelf: \"000102030405060708090a0b0c0d0e0f\"}|names a node Shelf",
        "{port: 70000, nodes: {}}|a port is 0 to 65535",
        "{prot: 1}|unknown field prot",
        "{a: [|cannot be read: line 1, column 6",
        "nodes: {shelf-1: \"12341234\"|cannot be read: line 1",
        "nodes: {shelf-1: \"12341234|cannot be read: line 1",
      })
  void says_what_is_wrong_without_showing_a_key(String yaml, String told) throws Exception {
    write(yaml, "rw-------");

    assertThatThrownBy(() -> NodesFile.read(data))
        .isInstanceOf(HardwareException.class)
        .hasMessageContaining(told)
        .hasMessageContaining("nodes.yaml")
        .hasNoCause()
        .satisfies(
            // the folder's own name may hold any figures
            failure ->
                assertThat(String.valueOf(failure.getMessage()).replace(data.toString(), ""))
                    .doesNotContain("1234"));
  }

  private void write(String yaml, String permissions) throws IOException {
    Path file = data.resolve(NodesFile.NAME);
    Files.writeString(file, yaml);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
