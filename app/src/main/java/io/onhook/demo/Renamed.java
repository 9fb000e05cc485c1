package io.onhook.demo;

import io.onhook.shared.Invisible;
import java.util.Map;

/**
 * What a visitor calls the operator.
 *
 * <p>It is read again as settings: no value may have a sign that begins something else there.
 */
record Renamed(String nameZh, String nameEn, String hotline, String textRelay, String brandColour) {
  Renamed {
    for (String value : new String[] {nameZh, nameEn, hotline, textRelay, brandColour}) {
      if (value.isBlank() || value.contains("$") || value.contains("{") || !isOneLine(value)) {
        throw new IllegalArgumentException("Not a value of a setting");
      }
    }
  }

  private static boolean isOneLine(String value) {
    return !Invisible.in(value) && value.chars().noneMatch(Character::isISOControl);
  }

  /** As settings, by their names. */
  Map<String, String> settings() {
    return Map.of(
        "onhook.operator.name-zh", nameZh,
        "onhook.operator.name-en", nameEn,
        "onhook.operator.hotline", hotline,
        "onhook.operator.text-relay", textRelay,
        "onhook.operator.brand-colour", brandColour);
  }
}
