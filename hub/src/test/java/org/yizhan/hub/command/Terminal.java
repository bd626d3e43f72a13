package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.yizhan.hub.identity.Authority;
import org.yizhan.hub.settings.HubSettings;
import org.yizhan.hub.store.sqlite.HubDatabase;

/** Runs the hub's commands as a person at a terminal would, on one data folder. */
record Terminal(Path data) {
  /** What a command said and how it ended. */
  record Said(int exit, String out, String err) {
    JsonObject json() {
      return new JsonObject(out.strip());
    }
  }

  /** A folder in which a hub has run once. */
  static Terminal withHub(Path data) {
    HubFolder folder = new HubFolder(data);
    try (OpenHub hub =
        new OpenHub(
            folder,
            HubDatabase.open(folder.database()),
            InstantSource.system(),
            new SecureRandom())) {
      Authority authority = hub.authority();
      authority.certificatePem();
      hub.settings().write(new HubSettings.Reachable("hub.example.org", 8883, 8443));
    }
    return new Terminal(data);
  }

  Said hub(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data");
    all.add(data.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        HubCommandLine.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Said(exit, out.toString(), err.toString());
  }
}
