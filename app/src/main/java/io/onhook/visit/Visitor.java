package io.onhook.visit;

import io.onhook.cancellation.Representative;
import io.onhook.policy.Acting;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who stands at the window.
 *
 * @param acting in what role
 * @param behalf for whom they act; null for the holder, and once it is erased
 * @param by username of the clerk who saw it
 */
public record Visitor(Acting acting, @Nullable Behalf behalf, String by, Instant at) {

  /**
   * Somebody in the holder's place.
   *
   * @param holder the registered holder's name
   * @param representative who acts, as on the document that the clerk saw
   */
  public record Behalf(String holder, Representative representative) {
    /** Only as what: the rest is personal. */
    @Override
    public String toString() {
      return "Behalf[" + representative.acting() + "]";
    }
  }

  /** Who acts in the holder's place, if somebody does. */
  public Optional<Representative> representative() {
    return Optional.ofNullable(behalf).map(Behalf::representative);
  }
}
