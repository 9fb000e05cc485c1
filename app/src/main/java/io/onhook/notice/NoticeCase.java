package io.onhook.notice;

import org.jspecify.annotations.Nullable;

/**
 * A notice being sent, as its case carries it.
 *
 * @param notice what and to whom
 * @param way which of its ways is tried: 0 is the first
 * @param sentBy how it went; null while it has not
 * @param carrierId the carrier's own id of it
 * @param trouble why the last way failed, in English without personal data
 */
public record NoticeCase(
    Notice notice,
    int way,
    Notice.@Nullable Channel sentBy,
    @Nullable String carrierId,
    @Nullable String trouble) {

  private static final int MOST_WAYS = 3;

  static NoticeCase of(Notice notice) {
    return new NoticeCase(notice, 0, null, null, null);
  }

  NoticeCase sent(Notice.Channel by, String carriersId) {
    return new NoticeCase(notice, way, by, carriersId, trouble);
  }

  /** Of more ways than the process has steps, the rest is not tried. */
  int waysToTry() {
    return Math.min(MOST_WAYS, notice.ways().size());
  }

  /** This way failed for good. */
  NoticeCase nextWay(String why) {
    return new NoticeCase(notice, way + 1, null, null, why);
  }
}
