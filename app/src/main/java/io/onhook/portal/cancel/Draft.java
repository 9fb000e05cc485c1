package io.onhook.portal.cancel;

import io.onhook.cancellation.CopyNeeded;
import io.onhook.cancellation.Hanging;
import io.onhook.cancellation.Representative;
import io.onhook.document.Document;
import io.onhook.notice.Notice;
import io.onhook.policy.Acting;
import io.onhook.policy.Fate;
import io.onhook.policy.Paper;
import io.onhook.shared.ReadableZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a holder has answered so far; null where not answered yet.
 *
 * @param id random; the key of the request that comes of it
 * @param identity who they are
 * @param end when the line is to end
 * @param contact where they are reached afterwards
 * @param refund how money comes back; not asked where none does
 * @param cared whether they have read and done what belongs before the end
 * @param refunds whether money came back by the last quote, so that the way back is asked for
 * @param copies of which papers a copy is needed, by the last check
 * @param papers the copies that are there; they lie elsewhere and are not stored with the draft
 * @param linked which linked accounts the holder ticked off for themself; never sent
 * @param fates what becomes of each product that hangs on the line, by its id
 * @param hanging what hangs on the line and can be decided about, by the last check
 * @param acting in what role they act; null while it is the holder's and nobody said otherwise
 * @param representative who they are, where they act for somebody else
 */
record Draft(
    String id,
    @Nullable Identity identity,
    @Nullable End end,
    @Nullable Reach contact,
    @Nullable Refund refund,
    boolean cared,
    boolean refunds,
    List<CopyNeeded> copies,
    List<Document> papers,
    List<String> linked,
    Map<String, Fate> fates,
    List<Hanging> hanging,
    @Nullable Acting acting,
    @Nullable Representative representative) {

  /** A draft of an earlier version knows of no papers. */
  Draft {
    copies = copies == null ? List.of() : List.copyOf(copies);
    papers = papers == null ? List.of() : List.copyOf(papers);
    linked = linked == null ? List.of() : List.copyOf(linked);
    fates = fates == null ? Map.of() : Map.copyOf(fates);
    hanging = hanging == null ? List.of() : List.copyOf(hanging);
  }

  /** As typed. */
  record Identity(String kind, String name, String number) {
    /** Enough to recognise. */
    public String masked() {
      return masked(number);
    }

    static String masked(String number) {
      String plain = ReadableZone.numberIn(number);
      return plain.length() <= 6
          ? "••••"
          : plain.substring(0, 2) + "••••" + plain.substring(plain.length() - 2);
    }
  }

  /** The last day; null for the earliest. */
  record End(@Nullable LocalDate on) {}

  /**
   * @param address plain; empty while only the channel is chosen
   * @param attempt names the code on its way; null for none
   * @param confirmedAt when the code came back; null before, and always for a letter
   */
  record Reach(
      Notice.Channel channel,
      String address,
      @Nullable String attempt,
      @Nullable Instant confirmedAt) {
    boolean settled() {
      return channel == Notice.Channel.LETTER ? !address.isEmpty() : confirmedAt != null;
    }
  }

  /**
   * Neither for the way that the line was paid.
   *
   * @param card the digits of a bank card; null for none
   * @param iban a bank account; null for none
   */
  record Refund(@Nullable String card, @Nullable String iban) {
    static final Refund AS_PAID = new Refund(null, null);

    @Nullable String account() {
      return card == null ? iban : card;
    }

    /** Enough to recognise; empty for the way that the line was paid. */
    public String ending() {
      String account = account();
      return account == null ? "" : account.substring(account.length() - 4);
    }
  }

  static Draft empty(String id) {
    return new Draft(
        id, null, null, null, null, false, true, List.of(), List.of(), List.of(), Map.of(),
        List.of(), null, null);
  }

  Draft with(Identity value) {
    return changed(it -> it.identity = value);
  }

  Draft with(End value) {
    return changed(it -> it.end = value);
  }

  Draft with(Reach value) {
    return changed(it -> it.contact = value);
  }

  Draft with(Refund value) {
    return changed(it -> it.refund = value);
  }

  Draft with(Representative value) {
    return changed(it -> it.representative = value);
  }

  /** In another role one is somebody else. */
  Draft as(Acting role) {
    return changed(
        it -> {
          it.acting = role;
          it.representative = role == acts() ? representative : null;
        });
  }

  /** Enough to recognise; empty where nobody acts for the holder. */
  public String maskedRepresentative() {
    return representative == null ? "" : Identity.masked(representative.documentNumber());
  }

  Acting acts() {
    return acting == null ? Acting.HOLDER : acting;
  }

  Draft withCared(boolean done, List<String> ticked) {
    return changed(
        it -> {
          it.cared = done;
          it.linked = ticked;
        });
  }

  Draft withFates(Map<String, Fate> chosen) {
    return changed(it -> it.fates = chosen);
  }

  /** With what the last check says is to be asked. */
  Draft asked(boolean refunds, List<CopyNeeded> copies, List<Hanging> hanging) {
    return changed(
        it -> {
          it.refunds = refunds;
          it.copies = copies;
          it.hanging = hanging;
        });
  }

  Draft withPapers(List<Document> value) {
    return changed(it -> it.papers = value);
  }

  private Draft changed(Consumer<Changing> change) {
    var it = new Changing(this);
    change.accept(it);
    return it.draft();
  }

  /** A draft while something of it changes: here alone all its fields are named again. */
  private static final class Changing {
    private final String id;
    private @Nullable Identity identity;
    private @Nullable End end;
    private @Nullable Reach contact;
    private @Nullable Refund refund;
    private boolean cared;
    private boolean refunds;
    private List<CopyNeeded> copies;
    private List<Document> papers;
    private List<String> linked;
    private Map<String, Fate> fates;
    private List<Hanging> hanging;
    private @Nullable Acting acting;
    private @Nullable Representative representative;

    Changing(Draft from) {
      id = from.id;
      identity = from.identity;
      end = from.end;
      contact = from.contact;
      refund = from.refund;
      cared = from.cared;
      refunds = from.refunds;
      copies = from.copies;
      papers = from.papers;
      linked = from.linked;
      fates = from.fates;
      hanging = from.hanging;
      acting = from.acting;
      representative = from.representative;
    }

    Draft draft() {
      return new Draft(
          id,
          identity,
          end,
          contact,
          refund,
          cared,
          refunds,
          copies,
          papers,
          linked,
          fates,
          hanging,
          acting,
          representative);
    }
  }

  /** Of which papers sides are missing still. */
  List<Paper> missing() {
    return copies.stream().filter(copy -> copy.missing(papers) > 0).map(CopyNeeded::paper).toList();
  }

  /** Never the answers. */
  @Override
  public String toString() {
    return "Draft";
  }
}
