package org.yizhan.edge.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.station.FixtureName;

/**
 * Which nodes may speak to this station, and with which key: {@code nodes.yaml} in the data folder,
 * readable by nobody but the agent.
 *
 * <pre>{@code
 * host: 0.0.0.0        # optional
 * port: 5684           # optional; 0 takes any
 * nodes:
 *   shelf-water: "9f86d081884c7d659a2feaa0c55ad015"   # 16 to 64 bytes as hexadecimal digits
 * }</pre>
 *
 * @param keys pre-shared keys by node name
 */
record NodesFile(String host, int port, Map<String, byte[]> keys) {
  static final String NAME = "nodes.yaml";
  static final int NODES_MAX = 64;

  /** RFC 7252 section 12.8. */
  private static final int COAPS_PORT = 5_684;

  private static final int BYTES_MAX = 16 * 1_024;
  private static final int KEY_BYTES_MIN = 16;
  private static final int KEY_BYTES_MAX = 64;
  private static final Set<String> FIELDS = Set.of("host", "port", "nodes");
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  NodesFile {
    keys = Map.copyOf(keys);
  }

  /**
   * Reads the file.
   *
   * @throws HardwareException when it is missing, open to others, or wrong: names place and remedy
   */
  static NodesFile read(Path data) {
    Path file = data.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        throw wrong(file, "is missing; write it with the name and key of each node");
      }
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw wrong(file, "may be read by others; run chmod 600 on it and give the nodes new keys");
      }
      if (Files.size(file) > BYTES_MAX) {
        throw wrong(file, "has more than " + BYTES_MAX + " bytes");
      }
      Object tree =
          new Load(LoadSettings.builder().setLabel(NAME).build())
              .loadFromString(Files.readString(file));
      return of(file, tree);
    } catch (MarkedYamlEngineException e) {
      throw wrong(file, "cannot be read: " + place(e) + String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      throw wrong(file, "cannot be read: it is not plain UTF-8 text in YAML");
    } catch (IOException e) {
      throw new HardwareException("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Where it is wrong. The parser's own message shows the lines around it, and keys are in them.
   */
  private static String place(MarkedYamlEngineException e) {
    return e.getProblemMark()
        .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
        .orElse("");
  }

  private static NodesFile of(Path file, @Nullable Object tree) {
    if (!(tree instanceof Map<?, ?> fields)) {
      throw wrong(file, "is not a map with the field nodes");
    }
    for (Object field : fields.keySet()) {
      if (!(field instanceof String name) || !FIELDS.contains(name)) {
        throw wrong(file, "has the unknown field " + field);
      }
    }
    Object host = fields.containsKey("host") ? fields.get("host") : "0.0.0.0";
    Object port = fields.containsKey("port") ? fields.get("port") : COAPS_PORT;
    if (!(host instanceof String hostText) || !(port instanceof Integer portNumber)) {
      throw wrong(file, "needs a text as host and a number as port");
    }
    if (portNumber < 0 || portNumber > 65_535) {
      throw wrong(file, "has the port " + portNumber + "; a port is 0 to 65535");
    }
    return new NodesFile(hostText, portNumber, keys(file, fields.get("nodes")));
  }

  private static Map<String, byte[]> keys(Path file, @Nullable Object nodes) {
    if (!(nodes instanceof Map<?, ?> entries) || entries.isEmpty() || entries.size() > NODES_MAX) {
      throw wrong(file, "needs 1 to " + NODES_MAX + " nodes, each with its key");
    }
    Map<String, byte[]> keys = new TreeMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (!(entry.getKey() instanceof String name) || !FixtureName.isValid(name)) {
        throw wrong(file, "names a node " + entry.getKey() + "; a name has a-z, 0-9 and '-'");
      }
      keys.put(name, key(file, name, entry.getValue()));
    }
    return keys;
  }

  /** The key itself is never shown. */
  private static byte[] key(Path file, String node, @Nullable Object written) {
    try {
      byte[] key = HexFormat.of().parseHex(written instanceof String text ? text : "");
      if (key.length >= KEY_BYTES_MIN && key.length <= KEY_BYTES_MAX) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // told below, as is a key that is no text
    }
    throw wrong(
        file,
        "has a wrong key for "
            + node
            + "; a key is 32 to 128 hexadecimal digits in quotes, as openssl rand -hex 16 makes"
            + " them");
  }

  private static HardwareException wrong(Path file, String what) {
    return new HardwareException("The file " + file + " " + what + ".");
  }
}
