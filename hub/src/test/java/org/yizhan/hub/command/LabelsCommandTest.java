package org.yizhan.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.command.Terminal.Said;
import org.yizhan.hub.settings.HubSettings;
import org.yizhan.hub.store.sqlite.HubDatabase;

class LabelsCommandTest {
  @TempDir Path folder;
  private Terminal terminal;
  private Path file;

  @BeforeEach
  void open() {
    terminal = Terminal.withHub(folder);
    file = folder.resolve("labels.pdf");
  }

  /** The pages were served there once, and these stations are on the register. */
  private void register(String... ids) {
    HubFolder hubFolder = new HubFolder(folder);
    try (OpenHub hub =
        new OpenHub(
            hubFolder,
            HubDatabase.open(hubFolder.database()),
            InstantSource.system(),
            new SecureRandom())) {
      hub.settings().writeWebAddress("https://hub.example.org");
      for (String id : ids) {
        hub.database()
            .change(
                handle ->
                    handle.execute(
                        "INSERT INTO station (id, name_zh, name_en, place, profile_yaml,"
                            + " profile_revision, added_ms) VALUES (?, '驿站', 'Station', 'a', '',"
                            + " 1, 0)",
                        id));
      }
    }
  }

  private int pages() throws Exception {
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
      return document.getNumberOfPages();
    }
  }

  @Test
  void writes_a_page_for_every_station_or_for_those_named() throws Exception {
    register("kiosk-01", "kiosk-02", "kiosk-03");

    Said all = terminal.hub("labels", "--out", file.toString(), "--json");
    int allPages = pages();
    Said one = terminal.hub("labels", "--station", "kiosk-02", "--out", file.toString(), "--json");

    assertThat(all.exit()).as(all.err()).isZero();
    assertThat(allPages).isEqualTo(3);
    assertThat(pages()).isEqualTo(1);
    assertThat(one.json().getJsonArray("codes"))
        .containsExactly("https://hub.example.org/s/kiosk-02");
  }

  @Test
  void warns_of_labels_that_would_lead_nobody_anywhere() {
    register("kiosk-01");
    Said good = terminal.hub("labels", "--out", file.toString());
    HubFolder hubFolder = new HubFolder(folder);
    try (HubDatabase database = HubDatabase.open(hubFolder.database())) {
      new HubSettings(database).writeWebAddress("http://127.0.0.1:8080");
    }

    Said bad = terminal.hub("labels", "--out", file.toString());
    Said json = terminal.hub("labels", "--out", file.toString(), "--json");

    assertThat(good.out()).doesNotContain("--web-url");
    assertThat(bad.exit()).isZero();
    assertThat(bad.out()).contains("no phone gets to that address").contains("--web-url");
    assertThat(json.json().getString("warning")).contains("--web-url");
  }

  @Test
  void writes_the_small_labels_of_things_that_are_lent() throws Exception {
    register("kiosk-01", "kiosk-02");
    Said none = terminal.hub("labels", "--things", "--out", file.toString());
    try (HubDatabase database = HubDatabase.open(new HubFolder(folder).database())) {
      database.change(
          handle ->
              handle.execute(
                  "INSERT INTO lent_thing (tag, station, item, number, made_ms) SELECT"
                      + " '7k3m9qz2xw', number, 'umbrella', 1, 0 FROM station WHERE id ="
                      + " 'kiosk-02'"));
    }

    Said all = terminal.hub("labels", "--things", "--out", file.toString(), "--json");
    Said other =
        terminal.hub("labels", "--things", "--station", "kiosk-01", "--out", file.toString());

    assertThat(none.err()).contains("add things on the page /loans");
    assertThat(all.json().getJsonArray("codes"))
        .containsExactly("https://hub.example.org/t/7k3m9qz2xw");
    assertThat(pages()).isEqualTo(1);
    assertThat(other.err()).contains("there is no thing to print labels for yet");
  }

  @Test
  void says_what_to_do_when_there_is_no_address_no_station_or_not_this_one() {
    Said early = terminal.hub("labels", "--out", file.toString());
    register();
    Said empty = terminal.hub("labels", "--out", file.toString());
    Said unknown = terminal.hub("labels", "--station", "kiosk-09", "--out", file.toString());

    assertThat(early.err()).contains("start it once");
    assertThat(empty.err()).contains("there is no station to print labels for yet");
    assertThat(unknown.err()).contains("kiosk-09 is not a station in use");
    assertThat(file).doesNotExist();
  }
}
