package io.onhook.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PasswordUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that Onhook brings along: data, port, log and passwords lie in one folder, so that
 * a first start needs nothing and a second one finds yesterday's data.
 */
final class EmbeddedDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String NAME = "onhook";
  private static final String OWNER = "onhook_owner";
  private static final String APPLICATION = "onhook_app";

  private final FileChannel lock;
  private final PostgresServer server;
  private final Watchdog watchdog;
  private final Login owner;
  private final Login application;

  private EmbeddedDatabase(
      FileChannel lock, PostgresServer server, Watchdog watchdog, Login owner, Login application) {
    this.lock = lock;
    this.server = server;
    this.watchdog = watchdog;
    this.owner = owner;
    this.application = application;
  }

  /**
   * Starts it, or joins the one that a killed service left running.
   *
   * @param folder where all is kept; made if missing
   * @throws DatabaseRefused if another service uses the folder
   * @throws UncheckedIOException if PostgreSQL does not start
   */
  static EmbeddedDatabase start(Path folder, SecureRandom random) {
    try {
      Path home = Files.createDirectories(folder.toAbsolutePath().normalize());
      FileChannel lock = lock(home);
      try {
        return start(home, lock, random);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /**
   * The database of a service that runs on this folder; it stays the service's to start and stop.
   * Empty if none runs.
   */
  static Optional<Database> running(Path folder, SecureRandom random) {
    Path home = folder.toAbsolutePath().normalize();
    try {
      Optional<Postmaster> server =
          Postmaster.claims(home.resolve("postgresql/data"))
              .filter(Postmaster::alive)
              .filter(Postmaster::ready);
      if (server.isEmpty()) {
        return Optional.empty();
      }
      var secrets = new Secrets(home.resolve("secrets"), random);
      String url = url(server.get().port(), NAME);
      return Optional.of(
          new OutsideDatabase(
              new Login(url, OWNER, secrets.of("postgresql-owner")),
              new Login(url, APPLICATION, secrets.of("postgresql-application"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static EmbeddedDatabase start(Path home, FileChannel lock, SecureRandom random)
      throws IOException {
    var secrets = new Secrets(home.resolve("secrets"), random);
    var superuser = new Login("", "postgres", secrets.of("postgresql-superuser"));
    var server = new PostgresServer(home.resolve("postgresql"));
    server.create(secrets.file("postgresql-superuser"));
    int port = server.ensureRunning(server.port());
    var owner = new Login(url(port, NAME), OWNER, secrets.of("postgresql-owner"));
    var application = new Login(url(port, NAME), APPLICATION, secrets.of("postgresql-application"));
    prepare(
        new Login(url(port, "postgres"), superuser.user(), superuser.password()),
        owner,
        application);
    return new EmbeddedDatabase(lock, server, new Watchdog(server, port), owner, application);
  }

  @Override
  public Login owner() {
    return owner;
  }

  @Override
  public Login application() {
    return application;
  }

  @Override
  public void close() {
    watchdog.close();
    try (lock) {
      server.stop();
    } catch (IOException e) {
      LOG.error("PostgreSQL was not stopped cleanly; nothing acknowledged is lost", e);
    }
  }

  /** One service for each folder: two would fight over the server's life. */
  private static FileChannel lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock held;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      held = null;
    }
    if (held == null) {
      channel.close();
      throw new DatabaseRefused(
          "Another Onhook uses the folder " + home + ".",
          "Stop it, or set onhook.data to another folder.");
    }
    return channel;
  }

  /** Makes roles and database, as far as they are missing. */
  private static void prepare(Login superuser, Login owner, Login application) {
    try (Connection connection = superuser.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      makeRole(statement, owner);
      makeRole(statement, application);
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
      }
      // Nobody but the two roles comes in; what the second one may do, the migrations grant.
      statement.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + NAME + " TO " + APPLICATION);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL's roles could not be made", e);
    }
  }

  private static void makeRole(Statement statement, Login login) throws SQLException {
    if (exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + login.user() + "'")) {
      return;
    }
    // Hashed here, so that the password itself can stand in no log.
    String hash =
        PasswordUtil.encodePassword(login.user(), login.password().toCharArray(), "scram-sha-256");
    statement.execute("CREATE ROLE " + login.user() + " LOGIN PASSWORD '" + hash + "'");
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }
}
