package org.yizhan.hub.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.yizhan.hub.identity.StationRegister.ProfileText;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;

/**
 * Reads a station's profile from a file an operator names; tells everything that is wrong in it.
 */
final class ProfileFile {
  private ProfileFile() {}

  static ProfileText read(Path file) {
    String yaml = text(file);
    return switch (ProfileReader.read(yaml)) {
      case ProfileReading.Read(var profile) -> new ProfileText(profile, yaml);
      case ProfileReading.Refused(var problems) ->
          throw new CommandException(
              "the profile "
                  + file
                  + " cannot be used:\n"
                  + problems.stream()
                      .map(problem -> "  " + file + ':' + problem)
                      .collect(Collectors.joining("\n")));
    };
  }

  private static String text(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > ProfileReader.BYTES_MAX) {
        throw new CommandException(
            "the profile " + file + " is larger than " + ProfileReader.BYTES_MAX + " bytes");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new CommandException("there is no profile " + file + ": check the path", e);
    } catch (CharacterCodingException e) {
      throw new CommandException("the profile " + file + " is not UTF-8 text: save it as UTF-8", e);
    } catch (IOException e) {
      throw new CommandException("the profile " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
