package io.onhook.notice;

import io.onhook.engine.LocalWrite;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a notice: how it went, or that no way was left.
 *
 * @param noticeId the notice's
 * @param template its template
 * @param sentBy how it went; null if it did not
 * @param carrierId the carrier's id of it; null if it did not go
 * @param trouble the last trouble on the way, if any
 * @param at the product's clock
 */
record DeliveryNoted(
    String noticeId,
    String template,
    Notice.@Nullable Channel sentBy,
    @Nullable String carrierId,
    @Nullable String trouble,
    Instant at)
    implements LocalWrite {
  static DeliveryNoted of(NoticeCase it, Instant at) {
    return new DeliveryNoted(
        it.notice().id(), it.notice().template(), it.sentBy(), it.carrierId(), it.trouble(), at);
  }

  @Override
  public String key() {
    return noticeId;
  }
}
