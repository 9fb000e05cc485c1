package io.onhook.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL server on a folder of its own, on loopback, durable, with password sign-in from
 * its first moment.
 *
 * <p>It outlives a killed service, which finds it again at its next start; its port is chosen once
 * for each folder.
 */
final class PostgresServer {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** What each acknowledged write rests on, and where it listens. */
  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "password_encryption=scram-sha-256",
          "max_connections=60",
          "shared_buffers=192MB",
          "max_wal_size=2GB",
          "timezone=UTC",
          "log_timezone=UTC",
          // One file for each weekday, begun anew after a week.
          "logging_collector=on",
          "log_directory=../logs",
          "log_filename=postgresql-%a.log",
          "log_truncate_on_rotation=on",
          "log_rotation_size=0",
          // Values of statements are people's data.
          "log_parameter_max_length=0",
          "log_parameter_max_length_on_error=0",
          "log_min_error_statement=panic");

  private final Path folder;
  private final Path data;
  private final PostgresProgram program;

  /**
   * @param folder an absolute path; everything of this server lies below
   */
  PostgresServer(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.data = folder.resolve("data");
    this.program = new PostgresProgram(PostgresBinaries.unpackedIn(folder), folder);
  }

  /** Makes the data folder, unless there is one. */
  void create(Path passwordFile) throws IOException {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    // Made aside and moved into place whole, so that a kill leaves no half-made one.
    Path draft = Files.createTempDirectory(folder, "creating-");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--pgdata=" + draft, "--username=postgres", "--encoding=UTF8"));
    arguments.addAll(List.of("--locale=C.UTF-8", "--pwfile=" + passwordFile));
    arguments.addAll(List.of("--auth-local=scram-sha-256", "--auth-host=scram-sha-256"));
    SETTINGS.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    PostgresProgram.Result result = program.run("initdb", arguments);
    if (!result.fine()) {
      throw new IOException("PostgreSQL's data folder could not be made: " + result.said());
    }
    Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Finds the running server, or starts it, also over the remains of a killed one.
   *
   * @param port where to start it
   * @return where it listens: a server that runs already keeps its port
   */
  int ensureRunning(int port) throws IOException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (System.nanoTime() < giveUp) {
      Optional<Postmaster> claim = Postmaster.claims(data);
      if (claim.isPresent() && claim.get().alive()) {
        if (claim.get().ready()) {
          return claim.get().port();
        }
        pause(); // starting, recovering or stopping
        continue;
      }
      Postmaster.forgetIfGone(data);
      PostgresProgram.Result result =
          program.run(
              "pg_ctl",
              List.of(
                  "start",
                  "--pgdata=" + data,
                  "--wait",
                  "--timeout=60",
                  "--silent",
                  "--log=" + folder.resolve("start.log"),
                  "--options=-p " + port));
      if (result.fine()) {
        LOG.info("PostgreSQL runs on port {}", port);
        return port;
      }
      // Children of a killed server may need a moment to notice and leave.
      last = result.said();
      pause();
    }
    throw new IOException(
        "PostgreSQL did not start in %d s, see %s and %s: %s"
            .formatted(
                PATIENCE.toSeconds(), folder.resolve("start.log"), folder.resolve("logs"), last));
  }

  /** Whether the server's process lives; says nothing about whether it answers. */
  boolean alive() throws IOException {
    return Postmaster.claims(data).filter(Postmaster::alive).isPresent();
  }

  /** Stops it cleanly; open transactions are rolled back. */
  void stop() throws IOException {
    if (!alive()) {
      return;
    }
    PostgresProgram.Result result =
        program.run(
            "pg_ctl",
            List.of("stop", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=60", "-s"));
    if (!result.fine() && alive()) {
      throw new IOException("PostgreSQL did not stop: " + result.said());
    }
  }

  /** The folder's port; another one only if a stranger has taken it while nothing ran here. */
  int port() throws IOException {
    Path file = folder.resolve("port");
    if (Files.exists(file)) {
      int known = Integer.parseInt(Files.readString(file).strip());
      if (alive() || free(known)) {
        return known;
      }
      LOG.warn("Port {} is taken by another program; PostgreSQL moves to a new one", known);
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();
      Path draft = folder.resolve("port.new");
      Files.writeString(draft, port + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return port;
    }
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for PostgreSQL", e);
    }
  }
}
