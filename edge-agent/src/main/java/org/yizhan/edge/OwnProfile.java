package org.yizhan.edge;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.yizhan.station.ProfileProblem;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationProfile;

/** The profile the station was delivered with: {@code profile.yaml} in its data folder. */
final class OwnProfile {
  static final String FILE = "profile.yaml";
  private static final int BYTES_MAX = 64 * 1024;

  private OwnProfile() {}

  /**
   * Reads it.
   *
   * @throws AgentTrouble when it is missing, too large or wrong; then all its problems are named
   */
  static StationProfile read(Path data) throws AgentTrouble {
    Path file = data.resolve(FILE);
    if (!Files.isDirectory(data)) {
      throw new AgentTrouble(
          "There is no folder "
              + data
              + "; make it by 'station enrol --data "
              + data
              + " BUNDLE'.");
    }
    if (!Files.exists(file)) {
      throw new AgentTrouble(
          "There is no "
              + FILE
              + " in "
              + data
              + "; enrol the station, or copy a sample profile"
              + " there to run it by itself.");
    }
    return switch (ProfileReader.read(text(file))) {
      case ProfileReading.Read(var profile) -> profile;
      case ProfileReading.Refused(var problems) ->
          throw new AgentTrouble(
              problems.stream()
                  .map(ProfileProblem::toString)
                  .collect(
                      Collectors.joining(
                          "\n  ", "The profile " + file + " has these problems:\n  ", "")));
    };
  }

  private static String text(Path file) throws AgentTrouble {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new AgentTrouble("The profile " + file + " is larger than 64 KiB.");
      }
      return Files.readString(file);
    } catch (CharacterCodingException notText) {
      throw new AgentTrouble("The profile " + file + " is not UTF-8 text; save it as UTF-8.");
    } catch (IOException e) {
      throw new AgentTrouble("The profile " + file + " cannot be read: " + e.getMessage());
    }
  }
}
