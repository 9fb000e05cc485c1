package io.onhook.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A case's id: a number that grows in the order of starting. Internal; people get a reference. */
public record CaseId(@JsonValue long value) {
  @JsonCreator
  public CaseId {}

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
