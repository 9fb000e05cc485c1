package io.onhook.database;

/** A PostgreSQL that others run; see docs/runbook.md for the roles it must have. */
record OutsideDatabase(Login owner, Login application) implements Database {
  OutsideDatabase {
    if (owner.user().equals(application.user())) {
      throw new IllegalArgumentException(
          "onhook.database.application must sign in as another role than onhook.database.owner:"
              + " the running role may not change the record");
    }
  }

  @Override
  public void close() {
    // Not ours to stop.
  }
}
