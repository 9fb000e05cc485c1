package io.onhook.database;

/** There is no database to work on; the message names the reason, and what to do about it. */
final class DatabaseRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  DatabaseRefused(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
