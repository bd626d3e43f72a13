package org.yizhan.hub.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.identity.StationRegister.Registered;
import org.yizhan.hub.labels.LabelSheet;
import org.yizhan.hub.labels.StationLabel;
import org.yizhan.hub.labels.TagLabel;
import org.yizhan.hub.labels.TagSheet;
import org.yizhan.hub.loans.LentThings;
import org.yizhan.hub.loans.Loanable;
import org.yizhan.hub.loans.Thing;
import org.yizhan.hub.settings.PagesAddress;
import org.yizhan.station.StationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub labels}: sheets to print and hang up, with the code a phone scans. */
@Command(name = "labels")
final class LabelsCommand implements Runnable {
  private static final String LEADS_NOBODY =
      "Do not print these yet: no phone gets to that address, which is this machine's own. Start the"
          + " hub with --web-url and the address phones can reach, such as https://hub.example.org,"
          + " then make them anew.";

  @Mixin private HubOptions options;

  @Option(names = "--station", paramLabel = "ID", descriptionKey = "labels-station")
  private @Nullable List<StationId> stations;

  @Option(names = "--things", descriptionKey = "labels-things")
  private boolean things;

  @Option(
      names = "--out",
      paramLabel = "FILE.pdf",
      descriptionKey = "labels-out",
      defaultValue = "labels.pdf")
  private Path file;

  @Override
  public void run() {
    try (OpenHub hub = options.open()) {
      String address =
          hub.settings()
              .webAddress()
              .orElseThrow(
                  () ->
                      new CommandException(
                          "this hub has not run yet, so its address is not known: start it once"));
      List<Registered> wanted = wanted(hub);
      if (things) {
        writeThings(hub, wanted, address);
      } else {
        writeStations(wanted, address);
      }
    }
  }

  private void writeStations(List<Registered> wanted, String address) {
    if (wanted.size() > LabelSheet.STATIONS_MAX) {
      throw new CommandException(
          "a file holds labels of at most "
              + LabelSheet.STATIONS_MAX
              + " stations: name some with --station");
    }
    List<StationLabel> labels =
        wanted.stream()
            .map(station -> StationLabel.of(station.id(), station.name(), address))
            .toList();
    write(
        LabelSheet.pdf(labels),
        labels.stream().map(StationLabel::address).toList(),
        file + ": " + labels.size() + " pages to print on A4; their codes lead to " + address,
        address);
  }

  private void writeThings(OpenHub hub, List<Registered> wanted, String address) {
    LentThings lent = hub.lent();
    List<TagLabel> labels = new ArrayList<>();
    for (Registered station : wanted) {
      for (Loanable loanable : lent.loanables(station.id())) {
        for (Thing thing : loanable.things()) {
          labels.add(
              TagLabel.of(thing.tag(), loanable.name(), thing.number(), station.name(), address));
        }
      }
    }
    if (labels.isEmpty()) {
      throw new CommandException(
          "there is no thing to print labels for yet: add things on the page /loans");
    }
    if (labels.size() > TagSheet.LABELS_MAX) {
      throw new CommandException(
          "a file holds labels of at most "
              + TagSheet.LABELS_MAX
              + " things: name some stations with --station");
    }
    write(
        TagSheet.pdf(labels),
        labels.stream().map(TagLabel::address).toList(),
        file
            + ": labels of "
            + labels.size()
            + " things to print on A4; their codes lead to "
            + address,
        address);
  }

  private void write(byte[] pdf, List<String> codes, String said, String address) {
    PrivateFile.write(file, out -> out.write(pdf));
    JsonObject json =
        new JsonObject()
            .put("file", file.toAbsolutePath().toString())
            .put("codes", new JsonArray(codes));
    if (PagesAddress.isReachable(address)) {
      options.answer(json, said);
    } else {
      options.answer(json.put("warning", LEADS_NOBODY), said + "\n" + LEADS_NOBODY);
    }
  }

  private List<Registered> wanted(OpenHub hub) {
    List<Registered> used = hub.register().all().stream().filter(each -> !each.retired()).toList();
    List<StationId> named = stations;
    List<Registered> wanted =
        named == null ? used : named.stream().distinct().map(id -> find(used, id)).toList();
    if (wanted.isEmpty()) {
      throw new CommandException("there is no station to print labels for yet");
    }
    return wanted;
  }

  private static Registered find(List<Registered> used, StationId id) {
    return used.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    id + " is not a station in use: 'hub station list' names them"));
  }
}
