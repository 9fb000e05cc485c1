package io.onhook.call;

import java.time.Instant;

/**
 * What an agent wrote about a call.
 *
 * @param staff who, as the journal keeps them
 * @param at when
 * @param text in their words; empty once it is erased
 */
public record Note(String staff, Instant at, String text) {
  /** Never the text. */
  @Override
  public String toString() {
    return "Note[" + staff + "]";
  }
}
