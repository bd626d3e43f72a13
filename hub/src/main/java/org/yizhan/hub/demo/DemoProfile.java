package org.yizhan.hub.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationProfile;

/**
 * The profile of one demonstration station: a sample of another kind each, with every part
 * simulated.
 */
record DemoProfile(StationProfile profile, String yaml) {
  private static final List<String> SAMPLES = List.of("kiosk-24h", "police-post", "shop-fridge");

  /**
   * @param number from 0; after the samples are used up they begin anew under other names
   */
  static DemoProfile numbered(Path root, int number) {
    Path file =
        root.resolve("firmware-config/stations")
            .resolve(SAMPLES.get(number % SAMPLES.size()) + ".yaml");
    int round = number / SAMPLES.size() + 1;
    String yaml;
    try {
      yaml = simulated(Files.readString(file), round);
    } catch (IOException e) {
      throw new DemoException("the sample profile " + file + " cannot be read", e);
    }
    return switch (ProfileReader.read(yaml)) {
      case ProfileReading.Read(StationProfile profile) -> new DemoProfile(profile, yaml);
      case ProfileReading.Refused(var problems) ->
          throw new DemoException("the sample profile " + file + ": " + problems.getFirst());
    };
  }

  private static String simulated(String sample, int round) {
    String yaml =
        sample.replaceFirst("(?m)^id: (.*)$", "id: $1" + (round == 1 ? "" : "-r" + round));
    if (round > 1) {
      yaml =
          yaml.replaceFirst("(?m)^  zh: (.*)$", "  zh: $1 " + round)
              .replaceFirst("(?m)^  en: (.*)$", "  en: $1 " + round);
    }
    return yaml.contains("\nsimulated:")
        ? yaml
        : yaml.replaceFirst("(?m)^(id: .*)$", "$1\nsimulated: true");
  }
}
