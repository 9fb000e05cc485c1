package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.shared.PersonName;
import io.onhook.shared.ReadableZone;
import java.time.LocalDate;

/** Compares what an applicant typed with the registered holder. Pure. */
public final class HolderMatch {
  private HolderMatch() {}

  /**
   * @param documentNumber as typed, or the machine readable zone of a passport or card
   */
  public static Standing.Identity compare(
      Line.Holder holder, String name, String documentKind, String documentNumber) {
    if (documentKind.equals(CancelLine.NO_DOCUMENT)) {
      return Standing.Identity.MATCHES; // Taken in only from a holder who is signed in.
    }
    boolean same =
        holder.documentKind().equals(documentKind)
            && holder.hasDocument(ReadableZone.numberIn(documentNumber))
            && sameName(holder, name)
            && ReadableZone.in(documentNumber).filter(zone -> !fits(zone, holder)).isEmpty();
    return same ? Standing.Identity.MATCHES : Standing.Identity.DIFFERS;
  }

  static boolean sameName(Line.Holder holder, String name) {
    return PersonName.same(holder.name(), name);
  }

  private static boolean fits(ReadableZone zone, Line.Holder holder) {
    LocalDate bornOn = holder.bornOn();
    return zone.fits(holder.name()) && (bornOn == null || zone.fits(bornOn));
  }
}
