package io.onhook.database;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings each module's schema up to date. A module that has tables keeps its migrations in {@code
 * io/onhook/<module>/db/V1__….sql}, owns the schema of its own name, and grants the application
 * role what it needs there by the placeholder {@code ${app}}.
 */
public final class Migrations {
  /** The modules that have tables, each before those whose tables refer to it. */
  static final List<String> MODULES =
      List.of(
          "clock",
          "vault",
          "journal",
          "engine",
          "notice",
          "access",
          "number",
          "document",
          "certificate",
          "worklist",
          "dispute",
          "branch",
          "bar",
          "cancellation",
          "visit",
          "call",
          "api",
          "portal",
          "demo");

  private final DataSource owner;
  private final String applicationRole;

  /**
   * @param owner signs in as the role that owns the schemas
   * @param applicationRole the role that runs the service
   */
  public Migrations(DataSource owner, String applicationRole) {
    this.owner = owner;
    this.applicationRole = applicationRole;
  }

  /** Migrates all modules, in order; throws if a stored migration was changed. */
  public void run() {
    for (String module : MODULES) {
      Flyway.configure()
          .dataSource(owner)
          .schemas(module)
          .locations("classpath:io/onhook/" + module + "/db")
          .failOnMissingLocations(true)
          .placeholders(Map.of("app", applicationRole))
          .load()
          .migrate();
    }
  }
}
