package io.onhook.cancellation;

import io.onhook.notice.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact of the holder other than the line that ends.
 *
 * @param channel how it is reached
 * @param address e-mail address, number in E.164 form, or postal address
 * @param confirmedAt when the holder proved, by a code sent there, that it reaches them; null if
 *     never. A letter needs no proof
 */
public record Contact(Notice.Channel channel, String address, @Nullable Instant confirmedAt) {

  /** Never the address. */
  @Override
  public String toString() {
    return "Contact[" + channel + "]";
  }
}
