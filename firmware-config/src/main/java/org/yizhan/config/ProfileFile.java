package org.yizhan.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.yizhan.station.ProfileProblem;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;

/** Text from a file somebody named: bounded, and UTF-8 or refused with the place. */
final class ProfileFile {

  sealed interface Content {
    record Text(String text) implements Content {}

    record Unreadable(ProfileProblem problem) implements Content {}
  }

  private ProfileFile() {}

  /** The profile in a file; what is wrong with it is said in the language of {@code words}. */
  static ProfileReading read(Path file, Words words) {
    ProfileReading reading =
        switch (content(file, ProfileReader.BYTES_MAX)) {
          case Content.Text(var text) -> ProfileReader.read(text);
          case Content.Unreadable(var problem) -> new ProfileReading.Refused(List.of(problem));
        };
    return switch (reading) {
      case ProfileReading.Read read -> read;
      case ProfileReading.Refused(var problems) ->
          new ProfileReading.Refused(problems.stream().map(words::of).toList());
    };
  }

  static Content content(Path file, int bytesMax) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(bytesMax + 1);
    } catch (NoSuchFileException missing) {
      return unreadable(1, 1, "there is no such file", "check the path");
    } catch (AccessDeniedException denied) {
      return unreadable(1, 1, "this file may not be read", "check its permissions");
    } catch (IOException failed) {
      return Files.isDirectory(file)
          ? unreadable(1, 1, "this is a folder", "name a file in it")
          : unreadable(1, 1, "reading failed: " + failed.getMessage(), "check the disk");
    }
    return bytes.length > bytesMax
        ? unreadable(
            1, 1, "the file is larger than " + bytesMax + " bytes", "is it the right file?")
        : decoded(bytes);
  }

  private static Content decoded(byte[] bytes) {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = utf8.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (!result.isError()) {
      return new Content.Text(text.toString());
    }
    String before = text.toString();
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return unreadable(line, column, "this is not UTF-8 text", "save the file as UTF-8");
  }

  private static Content unreadable(int line, int column, String message, String remedy) {
    return new Content.Unreadable(new ProfileProblem(line, column, "", message, remedy));
  }
}
