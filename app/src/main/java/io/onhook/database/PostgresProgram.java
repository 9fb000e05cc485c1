package io.onhook.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code initdb} and {@code pg_ctl}, also where we are root, which PostgreSQL refuses. */
final class PostgresProgram {
  private final Path programs;
  private final Path folder;
  private final boolean root;

  /**
   * @param programs holds {@code bin/}
   * @param folder where the programs' output is put for the moment
   */
  PostgresProgram(Path programs, Path folder) throws IOException {
    this.programs = programs;
    this.folder = folder;
    this.root = ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid")) == 0;
  }

  /** How it went: exit code and all it said. */
  record Result(int exit, String said) {
    boolean fine() {
      return exit == 0;
    }
  }

  /** Runs a program to its end, two minutes at most. */
  Result run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (root) {
      // In a user namespace of its own root is nobody, which is all PostgreSQL asks for.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    // A file, not a pipe: the server started by pg_ctl would inherit the pipe and hold it open.
    Path output = Files.createTempFile(folder, program, ".out");
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile()).redirectInput(Path.of("/dev/null").toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().put("TZ", "UTC");
      Process process = builder.start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(program + " did not end within two minutes");
      }
      String said = Files.readString(output, StandardCharsets.UTF_8).strip();
      if (root && process.exitValue() != 0 && said.startsWith("unshare:")) {
        throw new IOException(
            "PostgreSQL does not run as root, and this machine forbids user namespaces ("
                + said
                + "): start as an ordinary user, or use an outside PostgreSQL");
      }
      return new Result(process.exitValue(), said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
