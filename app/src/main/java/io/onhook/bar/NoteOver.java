package io.onhook.bar;

import io.onhook.engine.LocalWrite;
import java.time.Instant;

/** A bar is over. */
record NoteOver(String id, Instant at) implements LocalWrite {
  @Override
  public String key() {
    return id;
  }
}
