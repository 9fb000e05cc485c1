package io.onhook.lobby;

import io.onhook.branch.Wait;

/**
 * A wait as people are told it: from the whole minutes that it lasts at least to those that it
 * lasts at most, both rounded outwards so that no number claims more than is known.
 *
 * @param learnt whether it comes from visits; else it is a guess
 */
public record Minutes(long from, long to, boolean learnt) {
  private static final long FINE = 10;
  private static final long STEP = 5;

  static Minutes of(Wait wait) {
    long least = wait.least().toMinutes();
    long most = wait.most().plusSeconds(59).toMinutes();
    return new Minutes(
        least < FINE ? least : least / STEP * STEP,
        Math.max(1, most < FINE ? most : (most + STEP - 1) / STEP * STEP),
        wait.learnt());
  }
}
