package io.onhook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code postmaster.pid} in a data folder says of the server that runs there, or ran.
 *
 * @param pid its process id
 * @param port where it listens; 0 while it is too early to know
 * @param ready whether it accepts sign-ins
 */
record Postmaster(long pid, int port, boolean ready) {
  /** What the folder says; empty if no server claims it. */
  static Optional<Postmaster> claims(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file(data));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
      return Optional.empty(); // half written: its server is not up yet
    }
    long pid = Long.parseLong(lines.getFirst().strip());
    int port =
        lines.size() > 3 && lines.get(3).strip().matches("\\d{1,5}")
            ? Integer.parseInt(lines.get(3).strip())
            : 0;
    return Optional.of(
        new Postmaster(pid, port, lines.size() > 7 && lines.get(7).strip().equals("ready")));
  }

  static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** Whether a PostgreSQL process of this id lives: no zombie, and no other program. */
  boolean alive() {
    return livingPostgres(Path.of("/proc", Long.toString(pid)));
  }

  /**
   * Removes the claim of a server that is gone where PostgreSQL itself would not dare: the process
   * id lives on as a zombie that nobody collects (process 1 of a container), or belongs to another
   * program by now. Never while any PostgreSQL process might still work in the folder.
   */
  static void forgetIfGone(Path data) throws IOException {
    Optional<Postmaster> claim = claims(data);
    if (claim.isEmpty()
        || claim.get().alive()
        || !Files.exists(Path.of("/proc", Long.toString(claim.get().pid())))) {
      return;
    }
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      boolean working =
          processes
              .filter(process -> process.getFileName().toString().matches("\\d+"))
              .filter(Postmaster::livingPostgres)
              .anyMatch(process -> mayWorkIn(process, data));
      if (!working) {
        Files.deleteIfExists(file(data));
      }
    }
  }

  private static boolean livingPostgres(Path process) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      int nameEnd = stat.lastIndexOf(')');
      String name = stat.substring(stat.indexOf('(') + 1, nameEnd);
      char state = stat.charAt(nameEnd + 2);
      return name.equals("postgres") && state != 'Z' && state != 'X';
    } catch (IOException e) {
      return false; // it ended while we looked
    }
  }

  private static boolean mayWorkIn(Path process, Path data) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath());
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      return true; // we may not look: suppose the worst
    }
  }
}
