package io.onhook.bar;

import io.onhook.line.LineId;
import org.jspecify.annotations.Nullable;

/**
 * What a case needs of a line: that it stays barred.
 *
 * @param line which line
 * @param holder who needs it, as {@link Holds} know it
 * @param before what the line could do before; null where nobody looked
 */
public record Hold(LineId line, String holder, @Nullable Services before) {}
