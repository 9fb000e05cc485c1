package io.onhook.journal;

import io.onhook.shared.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a chain ends now; {@link #then} makes the entry that follows. A pure value: the caller
 * writes the entry in its own transaction, on condition that the head is still this one.
 */
public record Head(long chain, int sequence, Hash hash) {
  /** A chain that has no entry yet. */
  public static Head ofNew(long chain) {
    return new Head(chain, 0, Hash.GENESIS);
  }

  /** The entry that follows this head. */
  public Entry then(Instant at, Actor actor, String kind, String subject, String detail) {
    Instant stored = at.truncatedTo(ChronoUnit.MICROS);
    Hash next =
        EntryHash.of(hash, chain, sequence + 1, stored, actor.toString(), kind, subject, detail);
    return new Entry(chain, sequence + 1, stored, actor, kind, subject, detail, next);
  }

  /** The head once this entry is written. */
  public static Head at(Entry entry) {
    return new Head(entry.chain(), entry.sequence(), entry.hash());
  }
}
