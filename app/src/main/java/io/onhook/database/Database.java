package io.onhook.database;

/** Where PostgreSQL is, and how its two roles sign in. */
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, OutsideDatabase {
  /** The role that owns the schemas and migrates. */
  Login owner();

  /** The role that runs the service. */
  Login application();

  /** Leaves it; an embedded one is stopped. */
  @Override
  void close();
}
