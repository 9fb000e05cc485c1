package io.onhook.cancellation;

import io.onhook.line.Line;
import java.text.Normalizer;
import java.util.Locale;

/** Compares what an applicant typed with the registered holder. Pure. */
final class HolderMatch {
  private HolderMatch() {}

  static Standing.Identity compare(
      Line.Holder holder, String name, String documentKind, String documentNumber) {
    boolean same =
        holder.documentKind().equals(documentKind)
            && plain(holder.documentNumber()).equals(plain(documentNumber))
            && plain(holder.name()).equals(plain(name));
    return same ? Standing.Identity.MATCHES : Standing.Identity.DIFFERS;
  }

  static boolean sameName(Line.Holder holder, String name) {
    return plain(holder.name()).equals(plain(name));
  }

  /**
   * Without what people type differently: width, case, spaces, dashes, the dot inside names such as
   * 阿依古丽·买买提.
   */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Punct}·・•‧]", "")
        .toUpperCase(Locale.ROOT);
  }
}
