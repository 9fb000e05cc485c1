package io.onhook.journal;

import io.onhook.vault.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The roots, as files outside the database: {@code root-0000000001.json}, one line of JSON and one
 * line of signature. Put the folder on another disk, or copy it to another house, for it to be
 * worth its name.
 */
final class RootFolder {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Signer signer;

  RootFolder(Path folder, Signer signer) {
    this.folder = folder;
    this.signer = signer;
  }

  /** A root as written, with what verifying it found. */
  record Stored(Path file, Root root, Hash fileHash, boolean signatureHolds) {}

  /** A file that is no root at all. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(Path file, Exception cause) {
      super(file.getFileName() + " can't be read as a root", cause);
    }
  }

  Optional<Stored> last() {
    List<Path> files = files();
    return files.isEmpty() ? Optional.empty() : Optional.of(read(files.getLast()));
  }

  List<Stored> all() {
    var roots = new ArrayList<Stored>();
    for (Path file : files()) {
      roots.add(read(file));
    }
    return roots;
  }

  /** Writes a root so that after a crash it stands whole or not at all. */
  void write(Root root) {
    String line = JSON.writeValueAsString(Row.of(root));
    byte[] signature = signer.sign(line.getBytes(StandardCharsets.UTF_8));
    byte[] content =
        (line + "\n" + Base64.getEncoder().encodeToString(signature) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("root-%010d.json".formatted(root.number()));
    Path draft = folder.resolve(file.getFileName() + ".draft");
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        channel.write(ByteBuffer.wrap(content));
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Can't write the root " + file, e);
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("root-\\d{10}\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Can't list the roots in " + folder, e);
    }
  }

  private Stored read(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
      Root root = JSON.readValue(lines.get(0), Row.class).root();
      boolean holds =
          signer.verify(
              lines.get(0).getBytes(StandardCharsets.UTF_8),
              Base64.getDecoder().decode(lines.get(1)));
      return new Stored(file, root, sha256(content), holds);
    } catch (IOException
        | JacksonException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      throw new Unreadable(file, e);
    }
  }

  private static Hash sha256(byte[] content) {
    try {
      return new Hash(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The file's form. */
  private record Row(
      long number, String previous, long from, long to, String at, List<Root.ChainHead> heads) {
    static Row of(Root root) {
      return new Row(
          root.number(),
          root.previous().toString(),
          root.from(),
          root.to(),
          root.at().toString(),
          root.heads());
    }

    Root root() {
      return new Root(
          number,
          new Hash(HexFormat.of().parseHex(previous)),
          from,
          to,
          java.time.Instant.parse(at),
          heads);
    }
  }
}
