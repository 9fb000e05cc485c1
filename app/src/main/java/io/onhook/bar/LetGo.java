package io.onhook.bar;

import io.onhook.engine.LocalWrite;
import io.onhook.line.LineId;

/**
 * A case that may have kept a line barred is over.
 *
 * @param holder as it named itself to {@link Holds}
 * @param lineGone whether the line has ended: then nobody needs to keep it barred any more
 */
public record LetGo(LineId line, String holder, boolean lineGone) implements LocalWrite {
  @Override
  public String key() {
    return line.value();
  }
}
