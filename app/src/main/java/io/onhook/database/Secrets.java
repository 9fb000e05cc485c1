package io.onhook.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random passwords, made once and kept in files that only their owner can read. */
final class Secrets {
  private final Path folder;
  private final SecureRandom random;

  Secrets(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  /** The secret of this name; 192 bits of randomness, made at the first call. */
  String of(String name) throws IOException {
    Path file = file(name);
    if (!Files.exists(file)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      byte[] bytes = new byte[24];
      random.nextBytes(bytes);
      store(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return Files.readString(file, StandardCharsets.US_ASCII).strip();
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Whole or not at all, and never readable by others, not even for a moment. */
  private void store(Path file, String secret) throws IOException {
    Path draft = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        draft, secret + "\n", StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
