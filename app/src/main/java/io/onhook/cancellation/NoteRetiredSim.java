package io.onhook.cancellation;

import io.onhook.engine.LocalWrite;
import io.onhook.line.Line;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Iccid;
import java.time.Instant;

/** A card that must never be used again. */
record NoteRetiredSim(Iccid iccid, Line.SimKind kind, CaseReference reference, Instant at)
    implements LocalWrite {
  @Override
  public String key() {
    return iccid.digits();
  }
}
