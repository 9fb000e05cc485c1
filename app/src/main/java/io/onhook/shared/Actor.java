package io.onhook.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who did it, as the journal keeps it: {@code holder:…}, {@code staff:lin}, {@code api:demo},
 * {@code system}. The id is opaque, never a name, number or address.
 */
public record Actor(Kind kind, String id) {
  /** What sort of person or program acted. */
  public enum Kind {
    HOLDER,
    STAFF,
    API,
    SYSTEM
  }

  /** The engine and its timers. */
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "onhook");

  public static Actor holder(String id) {
    return new Actor(Kind.HOLDER, id);
  }

  public static Actor staff(String id) {
    return new Actor(Kind.STAFF, id);
  }

  public static Actor api(String id) {
    return new Actor(Kind.API, id);
  }

  @JsonCreator
  public static Actor parse(String text) {
    int colon = text.indexOf(':');
    return new Actor(
        Kind.valueOf(text.substring(0, colon).toUpperCase(java.util.Locale.ROOT)),
        text.substring(colon + 1));
  }

  @JsonValue
  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
  }
}
