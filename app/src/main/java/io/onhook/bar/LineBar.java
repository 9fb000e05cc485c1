package io.onhook.bar;

import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.shared.Imsi;
import io.onhook.shared.Language;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bar, as its case carries it.
 *
 * @param id opaque
 * @param line which line
 * @param imsi whom the network knows
 * @param number the whole number, sealed
 * @param maskedNumber fit for screens
 * @param language of the notices
 * @param contacts who is told: contacts of the account other than the line
 * @param before what the line could do before; null until it was looked up
 * @param keptBarred whether another still keeps the line barred, now that this bar is lifted
 */
record LineBar(
    String id,
    LineId line,
    Imsi imsi,
    Sealed number,
    String maskedNumber,
    Language language,
    List<Notice.Route> contacts,
    @Nullable Services before,
    boolean keptBarred) {

  static KeyName key(String id) {
    return KeyName.of("bar", id);
  }

  /** Its name among those who keep a line barred. */
  String holder() {
    return "bar/" + id;
  }

  NetworkTarget inNetwork() {
    return new NetworkTarget(imsi, number);
  }

  /** That the line stays barred. What it could do was looked up before. */
  Hold hold() {
    return new Hold(line, holder(), Objects.requireNonNull(before, "never looked up"));
  }

  LineBar with(Services seen) {
    return new LineBar(id, line, imsi, number, maskedNumber, language, contacts, seen, keptBarred);
  }

  LineBar lifted(boolean keptByAnother) {
    return new LineBar(
        id, line, imsi, number, maskedNumber, language, contacts, before, keptByAnother);
  }
}
