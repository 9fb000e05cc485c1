package io.onhook.visit;

import io.onhook.cancellation.Contact;
import io.onhook.policy.Fate;
import io.onhook.shared.Language;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks for, beside who they are: that was seen.
 *
 * @param contact where they are reached once the line is gone
 * @param endsOn the last day; null for the earliest
 * @param language theirs
 * @param dependants what becomes of each product that hangs on the line, by the operator's id
 */
public record OpenWish(
    Contact contact, @Nullable LocalDate endsOn, Language language, Map<String, Fate> dependants) {
  public OpenWish {
    dependants = Map.copyOf(dependants);
  }

  /** Never the contact. */
  @Override
  public String toString() {
    return "OpenWish";
  }
}
