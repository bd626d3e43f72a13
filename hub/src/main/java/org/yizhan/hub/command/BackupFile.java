package org.yizhan.hub.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A hub's backup: one ZIP file with {@code format}, {@code hub.db} and {@code authority/…}. It
 * holds the hub's private keys, because stations believe a restored hub by nothing else; so it is
 * readable by its owner only.
 */
final class BackupFile {
  private static final String FORMAT_ENTRY = "format";
  private static final String FORMAT = "yizhan hub backup 1\n";
  private static final String DATABASE_ENTRY = "hub.db";

  /** The authority's files, all that a hub may have. */
  static final List<String> AUTHORITY_FILES =
      List.of("ca.key", "ca.crt", "hub.key", "hub.crt", "pass-issuer.key", "pass-issuer.pub");

  private static final int KEY_FILE_BYTES_MAX = 64 * 1024;

  private BackupFile() {}

  /** Packs a database copy and the authority's folder. */
  static void write(Path file, Path databaseCopy, Path authority) {
    PrivateFile.write(
        file,
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(FORMAT_ENTRY));
            zip.write(FORMAT.getBytes(StandardCharsets.UTF_8));
            for (String name : AUTHORITY_FILES) {
              if (Files.exists(authority.resolve(name))) {
                zip.putNextEntry(new ZipEntry("authority/" + name));
                Files.copy(authority.resolve(name), zip);
              }
            }
            zip.putNextEntry(new ZipEntry(DATABASE_ENTRY));
            Files.copy(databaseCopy, zip);
          }
        });
  }

  /** Unpacks into an empty folder; refuses whatever is not such a backup. */
  static void unpack(Path file, Path into) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      requireOurs(zip, file);
      Files.createDirectory(
          into.resolve("authority"),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.getName().equals(FORMAT_ENTRY)) {
          extract(zip, entry, into, file);
        }
      }
    } catch (ZipException e) {
      throw notABackup(file, "it is no ZIP archive", e);
    } catch (IOException e) {
      throw new CommandException(
          "the backup " + file + " cannot be unpacked: " + e.getMessage(), e);
    }
    if (!Files.exists(into.resolve(DATABASE_ENTRY))
        || !Files.exists(into.resolve("authority/ca.key"))) {
      throw new CommandException(file + " is not a whole backup: its database or keys are missing");
    }
  }

  private static void requireOurs(ZipFile zip, Path file) throws IOException {
    ZipEntry format = zip.getEntry(FORMAT_ENTRY);
    if (format == null || !FORMAT.equals(text(zip, format))) {
      throw notABackup(file, "it does not begin as one", null);
    }
  }

  private static String text(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(FORMAT.length() + 1), StandardCharsets.UTF_8);
    }
  }

  private static void extract(ZipFile zip, ZipEntry entry, Path into, Path file)
      throws IOException {
    Set<String> keys =
        Set.copyOf(AUTHORITY_FILES.stream().map(name -> "authority/" + name).toList());
    boolean database = entry.getName().equals(DATABASE_ENTRY);
    if (!database && !keys.contains(entry.getName())) {
      throw notABackup(file, "it holds " + entry.getName(), null);
    }
    Path target = into.resolve(entry.getName());
    Files.createFile(
        target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      if (database) {
        in.transferTo(out);
      } else {
        byte[] key = in.readNBytes(KEY_FILE_BYTES_MAX + 1);
        if (key.length > KEY_FILE_BYTES_MAX) {
          throw notABackup(file, entry.getName() + " is too large", null);
        }
        out.write(key);
      }
    }
  }

  private static CommandException notABackup(
      Path file, @Nullable String why, @Nullable Throwable cause) {
    String message =
        file + " is not a backup of a hub (" + why + "): give a file that 'hub backup' wrote";
    return cause == null ? new CommandException(message) : new CommandException(message, cause);
  }
}
