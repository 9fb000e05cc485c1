package io.onhook.certificate;

import io.onhook.shared.CaseReference;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a receipt confirms: that this was received, word for word, at this time.
 *
 * @param reference the case
 * @param topic what sort of thing was received, in kebab-case ({@code submission}, {@code
 *     retraction}); one receipt each for a case
 * @param title the page's heading, such as 注销申请回执 and "Receipt of a cancellation request"
 * @param receivedAt the time of receipt, which stands
 * @param zone in which people read that time
 * @param lines what was sent, in order
 */
public record ReceiptFacts(
    CaseReference reference,
    String topic,
    Words title,
    Instant receivedAt,
    ZoneId zone,
    List<Line> lines) {

  /** One thing that was said, under its label. */
  public record Line(Words label, Words value) {}

  public ReceiptFacts {
    lines = List.copyOf(lines);
  }
}
