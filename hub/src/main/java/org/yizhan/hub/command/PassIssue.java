package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Optional;
import org.yizhan.hub.identity.PassOffice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub pass issue}: new passes as text, in the terminal or as pictures. */
@Command(name = "issue")
final class PassIssue implements Runnable {
  private static final int COUNT_MAX = 1_000;

  @Mixin private HubOptions options;

  @Option(
      names = "--days",
      paramLabel = "N",
      descriptionKey = "days",
      defaultValue = "" + PassOffice.DAYS_USUAL)
  private int days;

  @Option(names = "--count", paramLabel = "N", descriptionKey = "count", defaultValue = "1")
  private int count;

  @Option(names = "--qr", paramLabel = "FILE.png", descriptionKey = "qr")
  private Optional<Path> png = Optional.empty();

  @Option(names = "--terminal", descriptionKey = "terminal")
  private boolean terminal;

  @Override
  public void run() {
    if (days < 1 || days > PassOffice.DAYS_MAX) {
      throw new CommandException("--days lies between 1 and " + PassOffice.DAYS_MAX);
    }
    if (count < 1 || count > COUNT_MAX) {
      throw new CommandException("--count lies between 1 and " + COUNT_MAX);
    }
    try (OpenHub hub = options.open()) {
      PassOffice office = hub.passes();
      for (int number = 1; number <= count; number++) {
        answer(office.issue(days), number);
      }
    }
  }

  private void answer(PassOffice.Issued pass, int number) {
    QrPicture picture = QrPicture.of(pass.text());
    JsonObject object =
        new JsonObject()
            .put("id", pass.id().hex())
            .put("expires", pass.expires().toString())
            .put("pass", pass.text());
    StringBuilder sentence = new StringBuilder(pass.text());
    png.map(file -> count == 1 ? file : numbered(file, number))
        .ifPresent(
            file -> {
              picture.writePng(file);
              object.put("qr", file.toAbsolutePath().toString());
              sentence.append("\n  ").append(file);
            });
    if (terminal) {
      sentence.append('\n').append(picture.terminal());
    }
    sentence
        .append("\n  number ")
        .append(pass.id())
        .append(", good until ")
        .append(pass.expires())
        .append("; to revoke it: hub pass revoke ")
        .append(pass.id());
    options.answer(object, sentence.toString());
  }

  /** {@code card.png} becomes {@code card-007.png}. */
  private static Path numbered(Path file, int number) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String end = dot > 0 ? name.substring(dot) : "";
    return file.resolveSibling("%s-%03d%s".formatted(stem, number, end));
  }
}
