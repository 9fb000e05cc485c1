package io.onhook.document;

import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.policy.Paper;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The module's only door: take papers in, hand them to a case, show them for a purpose, tell their
 * holder who looked, and erase them.
 */
public final class Documents {
  /** What lies in a drawer so long is erased: its draft has most likely been forgotten. */
  static final Duration UNSENT = Duration.ofDays(31);

  private static final Duration SHOWN = Duration.ofMinutes(30);
  private static final String VIEWED = "viewed";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SWEEP = 200;

  /** What the journal tells of a view, beside who and when. */
  private record Look(String purpose, String paper) {}

  private final DocumentStore store;
  private final VirusScan scan;
  private final Darkroom darkroom;
  private final Watermark watermark;
  private final Journal journal;
  private final Vault vault;
  private final Clock clock;
  private final RandomGenerator random;

  Documents(
      DocumentStore store,
      VirusScan scan,
      Darkroom darkroom,
      Watermark watermark,
      Journal journal,
      Vault vault,
      Clock clock,
      RandomGenerator random) {
    this.store = store;
    this.scan = scan;
    this.darkroom = darkroom;
    this.watermark = watermark;
    this.journal = journal;
    this.vault = vault;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Takes a file in: looked at, scanned, made into plain pictures, sealed. Nothing of it is kept
   * where it is refused.
   *
   * @param file the bytes, whatever they were called
   */
  public TakeAnswer take(Drawer drawer, Paper paper, byte[] file) {
    if (Glance.at(file) instanceof Glance.No(FileProblem problem)) {
      return new TakeAnswer.Refused(problem);
    }
    if (inDrawer(drawer).size() >= Limits.FILES) {
      return new TakeAnswer.Refused(FileProblem.TOO_MANY_FILES);
    }
    return switch (scan.scan(file)) {
      case INFECTED -> new TakeAnswer.Refused(FileProblem.INFECTED);
      case DOWN -> new TakeAnswer.Refused(FileProblem.SCANNER_DOWN);
      case CLEAN ->
          switch (darkroom.develop(file)) {
            case Development.Spoilt(FileProblem problem) -> new TakeAnswer.Refused(problem);
            case Development.Pictures(List<Picture> pages) ->
                new TakeAnswer.Taken(keep(drawer, paper, pages));
          };
    };
  }

  private Document keep(Drawer drawer, Paper paper, List<Picture> pages) {
    byte[] name = new byte[16];
    random.nextBytes(name);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var document = new Document(HexFormat.of().formatHex(name), paper, pages.size(), now, null);
    List<byte[]> boxes = pages.stream().map(page -> seal(document.id(), page)).toList();
    return store.as(
        Onlook.holder(drawer.partyId()),
        () -> {
          store.add(drawer, document, now.plus(UNSENT));
          for (int i = 0; i < boxes.size(); i++) {
            store.addPage(document.id(), i + 1, boxes.get(i));
          }
          return document;
        });
  }

  private byte[] seal(String id, Picture page) {
    return Base64.getDecoder().decode(vault.sealBytes(key(id), page.jpeg()).box());
  }

  /** What a holder has put in and not sent yet. */
  public List<Document> inDrawer(Drawer drawer) {
    return store.as(Onlook.holder(drawer.partyId()), () -> store.inDrawer(drawer.draft()));
  }

  /** Takes one document out of the drawer again, for good; harmless if it is not there. */
  public void remove(Drawer drawer, String id) {
    inDrawer(drawer).stream()
        .filter(document -> document.id().equals(id))
        .forEach(document -> forget(Onlook.holder(drawer.partyId()), document.id()));
  }

  /** Empties the drawer. What was handed in with a request is not in it any more. */
  public void empty(Drawer drawer) {
    inDrawer(drawer).forEach(document -> forget(Onlook.holder(drawer.partyId()), document.id()));
  }

  private void forget(Onlook who, String id) {
    vault.destroy(key(id));
    store.as(
        who,
        () -> {
          store.forget(id);
          return true;
        });
  }

  /** Hands what is in the drawer to a case, in the caller's transaction if there is one. */
  public void handIn(Drawer drawer, CaseReference reference) {
    store.as(
        Onlook.holder(drawer.partyId()),
        () -> {
          int count = store.handIn(drawer.draft(), reference);
          if (count > 0) {
            journal.record(
                stream(reference),
                Actor.holder(drawer.partyId()),
                "handed-in",
                reference.text(),
                "{\"documents\":" + count + "}");
          }
          return count;
        });
  }

  /**
   * Whether its holder is still shown what was taken in. Later it is not: whoever comes with the
   * SIM alone sees that the paper is there, and no more.
   */
  public boolean isShown(Document document) {
    return clock.instant().isBefore(document.takenAt().plus(SHOWN));
  }

  /**
   * A page of an own paper that is not sent yet, large enough to see whether it can be read. No
   * journal tells of it: until it is sent it is nobody's but its holder's.
   *
   * @param page from 1
   * @return a JPEG; empty if there is no such page, or if it is {@linkplain #isShown shown} no more
   */
  public Optional<byte[]> preview(Drawer drawer, String id, int page) {
    return inDrawer(drawer).stream()
        .filter(document -> document.id().equals(id) && isShown(document))
        .findFirst()
        .flatMap(
            document ->
                store.as(
                    Onlook.holder(drawer.partyId()), () -> store.unsent(drawer.draft(), id, page)))
        .flatMap(box -> open(id, box))
        .map(Preview::of);
  }

  /** Which papers a case has, without what they show. */
  public List<Document> ofCase(CaseReference reference) {
    return store.as(new Onlook("", reference.text(), ""), () -> store.ofCase(reference));
  }

  /**
   * A page as staff may see it: with their name, the time and the case in its pixels. The view is
   * in the journal before the picture is anywhere.
   *
   * @param page from 1
   * @return a JPEG; empty if the case has no such page, or has it no more
   */
  public Optional<byte[]> view(Viewer viewer, String id, int page) {
    CaseReference reference = viewer.reference();
    Instant now = clock.instant();
    return store
        .as(
            new Onlook("", reference.text(), viewer.purpose().key()),
            () -> {
              Optional<byte[]> box = store.box(reference, id, page);
              box.ifPresent(there -> note(viewer, id, page));
              return box;
            })
        .flatMap(box -> open(id, box))
        .map(
            jpeg ->
                watermark.on(
                    jpeg,
                    "%s · %s · %s"
                        .formatted(
                            viewer.staff().id(), now.truncatedTo(ChronoUnit.SECONDS), reference)));
  }

  private void note(Viewer viewer, String id, int page) {
    Paper paper =
        store.ofCase(viewer.reference()).stream()
            .filter(document -> document.id().equals(id))
            .findFirst()
            .orElseThrow()
            .paper();
    journal.record(
        stream(viewer.reference()),
        viewer.staff(),
        VIEWED,
        id + "/" + page,
        JSON.writeValueAsString(new Look(viewer.purpose().key(), paper.key())));
  }

  private Optional<byte[]> open(String id, byte[] box) {
    return vault.openBytes(new Sealed(key(id).text(), Base64.getEncoder().encodeToString(box)));
  }

  /** What a holder may know of their papers of this case; nothing of somebody else's. */
  public Custody custody(CaseReference reference, String partyId) {
    List<Document> documents = store.as(Onlook.holder(partyId), () -> store.ofCase(reference));
    return documents.isEmpty()
        ? new Custody(List.of(), List.of())
        : new Custody(
            documents,
            journal.stream(stream(reference)).reversed().stream()
                .flatMap(Documents::opening)
                .toList());
  }

  private static Stream<Opening> opening(Entry entry) {
    if (!entry.kind().equals(VIEWED)) {
      return Stream.empty();
    }
    Look look = JSON.readValue(entry.detail(), Look.class);
    return Purpose.of(look.purpose()).stream()
        .flatMap(
            purpose ->
                Paper.of(look.paper()).stream()
                    .map(paper -> new Opening(entry.at(), entry.actor().id(), purpose, paper)));
  }

  /** Erases what is kept no longer. Harmless if done twice, or by two nodes at once. */
  void sweep() {
    Instant now = clock.instant();
    for (DocumentStore.Due due : store.as(Onlook.RETENTION, () -> store.due(now, SWEEP))) {
      CaseReference reference = due.reference();
      if (reference == null) {
        forget(Onlook.RETENTION, due.id());
        continue;
      }
      vault.destroy(key(due.id()));
      store.as(
          Onlook.RETENTION,
          () -> {
            boolean mine = store.erase(due.id(), now);
            if (mine) {
              journal.record(stream(reference), Actor.SYSTEM, "erased", due.id(), "{}");
            }
            return mine;
          });
    }
  }

  private static KeyName key(String id) {
    return KeyName.of("document", id);
  }

  /** One chain for each case's papers, so that viewers don't wait for each other. */
  static String stream(CaseReference reference) {
    return "papers-" + reference.text().toLowerCase(Locale.ROOT);
  }
}
