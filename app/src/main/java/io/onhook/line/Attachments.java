package io.onhook.line;

import io.onhook.shared.Answer;
import io.onhook.shared.NeedsSetting;
import java.time.Duration;

/**
 * What hangs on a line in the operator's product inventory, and how it is parted from it: the port
 * that {@code TmfAttachments} speaks TMF637 behind.
 */
@NeedsSetting(
    value = "onhook.bss.url",
    remedy =
        "Set it to where the operator's TM Forum APIs are, as https://bss.example:8443;"
            + " docs/runbook.md has all settings. To try Onhook without an operator: ./onhook")
public interface Attachments {
  /** The longest that a call of this port takes. */
  Duration longest();

  /** Whether this product still hangs on that line. */
  Answer<Boolean> hangs(LineId main, LineId other);

  /** Parts it from the line, so that it goes on by itself. Idempotent. */
  Answer<Boolean> detach(LineId main, LineId other, String effectKey);

  /** Whether a product that is no line has ended. */
  Answer<Boolean> hasEnded(LineId product);

  /** Ends a product that is no line, for example broadband. Idempotent. */
  Answer<Boolean> end(LineId product, String effectKey);
}
