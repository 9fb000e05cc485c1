package io.onhook.line;

import io.onhook.bss.Unreadable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A product's characteristics by name, read as what they should be. */
final class Characteristics {
  private final String product;
  private final Map<String, String> values = new HashMap<>();

  Characteristics(String product, @Nullable List<TmfProduct.Characteristic> characteristics) {
    this.product = product;
    for (var characteristic :
        characteristics == null ? List.<TmfProduct.Characteristic>of() : characteristics) {
      JsonNode value = characteristic.value();
      if (characteristic.name() != null
          && value != null
          && value.isValueNode()
          && !value.isNull()) {
        values.put(characteristic.name(), value.asString().strip());
      }
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return text(name).orElseThrow(() -> wrong(name, "is missing"));
  }

  /** True or false; absent is false. */
  boolean flag(String name) {
    String value = text(name).orElse("false");
    if (value.equalsIgnoreCase("true")) {
      return true;
    }
    if (value.equalsIgnoreCase("false")) {
      return false;
    }
    throw wrong(name, "is neither true nor false");
  }

  @Nullable LocalDate day(String name, ZoneId zone) {
    return text(name).map(value -> dayOf(value, zone)).orElse(null);
  }

  @Nullable Instant instant(String name) {
    return text(name).map(value -> OffsetDateTime.parse(value).toInstant()).orElse(null);
  }

  /** One of a type's constants, in any case of letters. */
  <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    String value = required(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
    }
    throw wrong(name, "has an unknown value");
  }

  /** A date, or the day of an instant in the operator's zone. */
  static LocalDate dayOf(String text, ZoneId zone) {
    return text.length() == 10
        ? LocalDate.parse(text)
        : OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate();
  }

  private Unreadable wrong(String name, String what) {
    return new Unreadable("product " + product + ": characteristic " + name + " " + what);
  }
}
