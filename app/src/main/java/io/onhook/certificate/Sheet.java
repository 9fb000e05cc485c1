package io.onhook.certificate;

import java.util.List;

/**
 * What stands on the page, in words.
 *
 * @param heading the title
 * @param label what its number is called
 * @param lead the sentence that the page is about
 * @param subject what the sentence is about, in large type
 * @param moment when it came about
 * @param rows facts under their labels, in order
 * @param advice what the reader should do now; empty texts if nothing
 * @param stamp a short word, as on a rubber stamp
 */
record Sheet(
    ProofNumber number,
    Words issuer,
    Words heading,
    Words label,
    Words lead,
    Words subject,
    Words moment,
    List<Row> rows,
    Words advice,
    Words stamp) {
  record Row(Words label, Words value) {}
}
