package io.onhook.visit;

import io.onhook.shared.CaseReference;
import java.time.Instant;
import java.util.List;

/**
 * What a visitor signed, for those who check it.
 *
 * @param hash SHA-256 of the list, hex
 * @param drawn whether the mark is a drawing; else a typed name
 * @param list what was signed; nothing once it is erased
 * @param mark the drawing's path, or the name; empty once it is erased
 * @param intact whether the list still has this hash
 * @param by username of who was at the window
 */
public record Signature(
    long visit,
    CaseReference reference,
    String hash,
    boolean drawn,
    List<Item> list,
    String mark,
    boolean intact,
    String by,
    Instant at) {
  /** Nothing of what was signed. */
  @Override
  public String toString() {
    return "Signature[" + reference + "]";
  }
}
