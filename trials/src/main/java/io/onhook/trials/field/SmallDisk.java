package io.onhook.trials.field;

import io.onhook.stand.Said;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk of its own for PostgreSQL, in memory, which can be filled to the last byte. */
public final class SmallDisk implements AutoCloseable {
  private static final String SIZE = "3g";
  private static final byte[] BLOCK = new byte[1 << 20];

  private final Path at;
  private final Path filler;

  private SmallDisk(Path at) {
    this.at = at;
    this.filler = at.resolve("filler");
  }

  /** Mounts one at this folder; empty where that is not allowed. */
  static Optional<SmallDisk> mount(Path at) {
    try {
      Files.createDirectories(at);
    } catch (IOException e) {
      throw new Said(at + " can't be made: " + e.getMessage(), e);
    }
    return run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", at.toString())
        ? Optional.of(new SmallDisk(at))
        : Optional.empty();
  }

  /** Takes all the room that is left. */
  public void fill() {
    try (OutputStream out = Files.newOutputStream(filler)) {
      // Ends by the error that is wanted.
      while (true) {
        out.write(BLOCK);
      }
    } catch (IOException full) {
      if (!Files.exists(filler)) {
        throw new Said("The disk could not be filled: " + full.getMessage(), full);
      }
    }
  }

  /** Gives it back. */
  public void free() {
    try {
      Files.deleteIfExists(filler);
    } catch (IOException e) {
      throw new Said("The disk stays full: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (!run("umount", "-l", at.toString())) {
      throw new Said(at + " stays mounted");
    }
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false; // No such command: not a system that mounts so.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    }
  }
}
