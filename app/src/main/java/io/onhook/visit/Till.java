package io.onhook.visit;

import io.onhook.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A clerk's till.
 *
 * @param cash what was taken in cash
 * @param card what was taken by card
 * @param payments how many
 * @param counted what was counted at the end; empty while it is open
 * @param reason of a difference; may be empty
 */
public record Till(
    long id,
    String staff,
    String office,
    Instant openedAt,
    Optional<Instant> closedAt,
    Money cash,
    Money card,
    int payments,
    Optional<Money> counted,
    String reason) {

  /** What is there too much, or too little; zero while it is open. */
  public Money difference() {
    return counted.map(it -> it.minus(cash)).orElseGet(() -> Money.zero(cash.currency()));
  }
}
