package io.onhook.command;

import io.onhook.stand.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Looks for what must be stored nowhere in clear: through every table by COPY, and through every
 * file of the service, byte by byte, the database's own and its log among them.
 */
final class InTheClear {
  /** What a JPEG begins with, as PostgreSQL writes bytes. */
  private static final String PICTURE = "ffd8ffe0";

  private final Place place;
  private final List<Secret> secrets = new ArrayList<>();

  InTheClear(Place place) {
    this.place = place;
    secrets.add(new Secret("a picture", PICTURE, false));
  }

  /**
   * What is looked for.
   *
   * @param alone only where it stands alone: few digits are part of many others
   */
  private record Secret(String what, String text, boolean alone) {
    boolean in(String place) {
      int at = place.indexOf(text);
      while (alone && at >= 0 && !standsAlone(place, at)) {
        at = place.indexOf(text, at + 1);
      }
      return at >= 0;
    }

    private boolean standsAlone(String place, int at) {
      int end = at + text.length();
      return (at == 0 || !isPartOfMore(place.charAt(at - 1)))
          && (end == place.length() || !isPartOfMore(place.charAt(end)));
    }

    private static boolean isPartOfMore(char neighbour) {
      return Character.isLetterOrDigit(neighbour) || neighbour == '.';
    }
  }

  /** Looks for this text too, and for its bytes as PostgreSQL writes them. */
  InTheClear with(String what, String text) {
    secrets.add(new Secret(what, text, false));
    String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    secrets.add(new Secret(what, bytes, false));
    return this;
  }

  InTheClear withCode(String code) {
    secrets.add(new Secret("the code " + code, code, true));
    return this;
  }

  /** Where something was found; empty if nowhere. */
  Set<String> everywhere() {
    var found = new TreeSet<String>();
    try (Connection owner = owner()) {
      for (String table : tables(owner)) {
        searchTable(owner, table, found);
      }
    } catch (SQLException | IOException e) {
      throw new AssertionError("The tables could not be searched", e);
    }
    for (Path file : files()) {
      searchFile(file, found);
    }
    return found;
  }

  private void searchTable(Connection owner, String table, Set<String> found)
      throws SQLException, IOException {
    var rows = new StringWriter();
    owner.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", rows);
    var lines = new BufferedReader(new StringReader(rows.toString()));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      search("table " + table, line, found);
    }
  }

  private void searchFile(Path file, Set<String> found) {
    try {
      // One character a byte, and the secrets likewise: whatever else a file is made of.
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      String where = "file " + place.data().relativize(file);
      search(where, bytes, found);
    } catch (java.nio.file.NoSuchFileException gone) {
      // A passing file of the database.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void search(String where, String text, Set<String> found) {
    for (Secret secret : secrets) {
      if (secret.in(text)) {
        found.add(where + " holds " + secret.what());
      }
    }
  }

  private List<String> tables(Connection owner) throws SQLException {
    var tables = new ArrayList<String>();
    try (Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT"
                    + " IN ('pg_catalog', 'information_schema') ORDER BY 1")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** All but the simulated operator's own, and the programs. */
  private List<Path> files() {
    try (Stream<Path> all = Files.walk(place.data())) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(place.data().resolve("operator")))
          .filter(file -> !file.toString().contains("/programs-"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Connection owner() throws SQLException, IOException {
    Path database = place.data().resolve("postgresql");
    String port = Files.readString(database.resolve("port")).strip();
    Path secret = place.data().resolve("secrets/postgresql-owner");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/onhook",
        "onhook_owner",
        Files.readString(secret).strip());
  }
}
