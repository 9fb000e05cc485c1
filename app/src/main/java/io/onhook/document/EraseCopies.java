package io.onhook.document;

import io.onhook.engine.LocalWrite;
import io.onhook.shared.CaseReference;
import java.time.Instant;

/**
 * From this moment on the papers of a case are kept no longer; the next sweep destroys their keys.
 * An earlier moment that was set before stays.
 */
public record EraseCopies(CaseReference reference, Instant dueAt) implements LocalWrite {
  @Override
  public String key() {
    return reference.text();
  }
}
