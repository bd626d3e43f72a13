package org.yizhan.station;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Whatever stands in a profile's file is a profile, or refused with every reason. */
public final class ProfileFuzz {
  private ProfileFuzz() {}

  /** Called by Jazzer first: loads and instruments every class before any input is timed. */
  public static void fuzzerInitialize() {
    seeds().forEach(ProfileFuzz::fuzzerTestOneInput);
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] file) {
    String yaml = new String(file, UTF_8);
    ProfileReading reading = ProfileReader.read(yaml);
    if (reading instanceof ProfileReading.Read(var profile)
        && SuppliesEdit.write(yaml, profile.supplies()).filter(yaml::equals).isEmpty()) {
      throw new AssertionError("supplies as they are change the text");
    }
    if (reading instanceof ProfileReading.Refused refused
        && refused.problems().stream().anyMatch(problem -> problem.toString().isBlank())) {
      throw new AssertionError("a refusal without a reason");
    }
  }

  /** Where Jazzer starts. */
  public static List<byte[]> seeds() {
    return List.of(ProfileTexts.FULL.getBytes(UTF_8));
  }
}
