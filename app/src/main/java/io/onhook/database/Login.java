package io.onhook.database;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How one role signs in.
 *
 * @param url JDBC address, without credentials
 * @param user the role
 * @param password never printed
 */
record Login(String url, String user, String password) {
  /**
   * Reads a JDBC URL that carries its credentials: {@code
   * jdbc:postgresql://host:5432/onhook?user=…&password=…}.
   *
   * @param setting the name of the setting, for the message
   * @throws IllegalArgumentException naming setting, problem and remedy, never the value
   */
  static Login parse(String setting, String url) {
    @Nullable Properties parts = Driver.parseURL(url, null);
    if (parts == null) {
      throw new IllegalArgumentException(
          setting + " is no PostgreSQL address: write jdbc:postgresql://host:port/database?user=…");
    }
    String user = parts.getProperty("user", "");
    String password = parts.getProperty("password", "");
    if (user.isEmpty() || password.isEmpty()) {
      throw new IllegalArgumentException(
          setting + " carries no credentials: add ?user=…&password=… to the address");
    }
    if (!user.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          setting + ": the role's name may hold small letters, digits and _ only");
    }
    return new Login(url, user, password);
  }

  /** A source of single connections, for the few that are not worth a pool. */
  PGSimpleDataSource dataSource() {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(5);
    return source;
  }

  @Override
  public String toString() {
    return user + "@…";
  }
}
