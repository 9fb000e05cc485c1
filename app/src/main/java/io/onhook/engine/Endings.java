package io.onhook.engine;

/** How endings are stored: {@code completed}, {@code retracted}, {@code refused:<code>}. */
final class Endings {
  private static final String REFUSED = "refused:";

  private Endings() {}

  static String text(Ending ending) {
    return switch (ending) {
      case Ending.Completed() -> "completed";
      case Ending.Retracted() -> "retracted";
      case Ending.Refused(String code) -> REFUSED + code;
    };
  }

  static Ending parse(String text) {
    return switch (text) {
      case "completed" -> new Ending.Completed();
      case "retracted" -> new Ending.Retracted();
      default -> {
        if (!text.startsWith(REFUSED)) {
          throw new IllegalArgumentException("No case ends as " + text);
        }
        yield new Ending.Refused(text.substring(REFUSED.length()));
      }
    };
  }
}
