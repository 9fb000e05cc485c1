package io.onhook.line;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The operator's id of a subscription: TMF637 {@code Product.id}. Opaque. */
public record LineId(@JsonValue String value) {
  @JsonCreator
  public LineId {}

  @Override
  public String toString() {
    return value;
  }
}
