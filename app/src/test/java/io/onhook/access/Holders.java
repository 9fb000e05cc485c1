package io.onhook.access;

import java.time.Instant;

/** Holders who are signed in, for tests. */
public final class Holders {
  private static final Instant SINCE = Instant.parse("2026-11-22T10:10:00Z");

  private Holders() {}

  /** By a code that went to the line. */
  public static HolderPrincipal of(String partyId, String line) {
    return by(SignInWay.LINE, partyId, line);
  }

  public static HolderPrincipal by(SignInWay way, String partyId, String line) {
    return new HolderPrincipal(partyId, line, way, "proof-of-" + line, SINCE);
  }
}
