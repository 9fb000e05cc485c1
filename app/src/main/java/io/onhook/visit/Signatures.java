package io.onhook.visit;

import io.onhook.cancellation.Applicants;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Representative;
import io.onhook.certificate.ReceiptFacts;
import io.onhook.certificate.Receipts;
import io.onhook.certificate.Words;
import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.notice.Notice;
import io.onhook.notice.Notices;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.PersonName;
import io.onhook.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A visitor's signature below what is done and what is open. It binds a hash of that very list: who
 * changes either afterwards shows. With it a receipt is made and sent.
 */
@Component
public final class Signatures {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SignatureStore store;
  private final VisitStore visits;
  private final Identities identities;
  private final Visitors visitors;
  private final Recital recital;
  private final FourEyes eyes;
  private final VisitRecord record;
  private final Cancellations cancellations;
  private final Applicants applicants;
  private final Receipts receipts;
  private final Notices notices;
  private final Packs packs;
  private final Vault vault;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Signatures(
      DataSource database,
      PlatformTransactionManager transactions,
      Identities identities,
      Visitors visitors,
      Recital recital,
      FourEyes eyes,
      Journal journal,
      Cancellations cancellations,
      Applicants applicants,
      Receipts receipts,
      Notices notices,
      Packs packs,
      Vault vault,
      Clock clock) {
    var jdbc = JdbcClient.create(database);
    this.store = new SignatureStore(jdbc);
    this.visits = new VisitStore(jdbc);
    this.identities = identities;
    this.visitors = visitors;
    this.recital = recital;
    this.eyes = eyes;
    this.record = new VisitRecord(journal);
    this.cancellations = cancellations;
    this.applicants = applicants;
    this.receipts = receipts;
    this.notices = notices;
    this.packs = packs;
    this.vault = vault;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * What is to be signed now.
   *
   * @param hash to be sent back with the signature
   */
  public record Shown(List<Item> items, String hash) {}

  /** The list as it stands; empty while there is no case. */
  public Optional<Shown> shown(Visit visit, Actor staff) {
    return view(visit, staff)
        .map(it -> recital.of(visit, it))
        .map(items -> new Shown(items, hash(json(items))));
  }

  /** When and with whom this visit was signed; empty before. */
  public Optional<Instant> signedAt(Visit visit) {
    return store.of(visit.id()).map(SignatureStore.Row::at);
  }

  /**
   * Signs the list.
   *
   * @param hash of the list that the visitor saw
   */
  public SignAnswer sign(Visit visit, String hash, Mark mark, Actor staff) {
    if (eyes.refusal(visit, staff).isPresent()) {
      return new SignAnswer.NotYours();
    }
    Optional<CancellationView> view = view(visit, staff);
    Optional<Line> line = identities.line(visit);
    if (view.isEmpty() || line.isEmpty() || !visitors.isKnown(visit, line.get())) {
      return new SignAnswer.NotReady();
    }
    Representative who = visitors.of(visit).flatMap(Visitor::representative).orElse(null);
    if (who != null && visitors.self(who, staff) != Visitors.Self.NO) {
      return new SignAnswer.NotYours();
    }
    Optional<SignAnswer> wrong = wrong(mark, who == null ? line.get().holder().name() : who.name());
    if (wrong.isPresent()) {
      return wrong.get();
    }
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              visits.hold(visit.id());
              if (store.of(visit.id()).isPresent()) {
                return new SignAnswer.SignedBefore();
              }
              List<Item> items = recital.of(visit, view.get());
              String json = json(items);
              if (!hash(json).equals(hash)) {
                return new SignAnswer.Changed();
              }
              keep(visit, view.get(), items, json, mark, staff);
              return new SignAnswer.Signed();
            }));
  }

  /**
   * @param signer the name of who stands at the window
   */
  private static Optional<SignAnswer> wrong(Mark mark, String signer) {
    return switch (mark) {
      case Mark.Pad(var path) ->
          Stroke.of(path)
              .map(
                  stroke ->
                      stroke.isDot()
                          ? Optional.<SignAnswer>of(new SignAnswer.OnlyADot())
                          : Optional.<SignAnswer>empty())
              .orElseGet(() -> Optional.of(new SignAnswer.NoDrawing()));
      case Mark.Name(var name) ->
          PersonName.same(signer, name)
              ? Optional.empty()
              : Optional.of(new SignAnswer.OtherName());
    };
  }

  private void keep(
      Visit visit, CancellationView it, List<Item> items, String json, Mark mark, Actor staff) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String hash = hash(json);
    var key = Identities.key(visit.id());
    store.add(
        new SignatureStore.Row(
            visit.id(),
            it.reference(),
            hash,
            mark instanceof Mark.Pad ? "pad" : "name",
            vault.seal(key, json),
            vault.seal(
                key,
                switch (mark) {
                  case Mark.Pad(var path) -> path;
                  case Mark.Name(var name) -> name.strip();
                }),
            staff.id(),
            now));
    record.note(visit, staff, "signed", "{\"hash\":\"" + hash + "\"}");
    String number = receipts.issue(facts(visit, it, items, hash, now)).toString();
    send(visit, it, number, "visit/" + visit.id(), staff);
  }

  private ReceiptFacts facts(
      Visit visit, CancellationView it, List<Item> items, String hash, Instant now) {
    var lines =
        new java.util.ArrayList<>(
            items.stream()
                .filter(item -> item.part() != Item.Part.EXPLAINED)
                .map(item -> new ReceiptFacts.Line(item.label(), item.value()))
                .toList());
    lines.add(
        new ReceiptFacts.Line(
            new Words("签字清单指纹", "Fingerprint of what was signed"),
            Words.same(hash.substring(0, 16))));
    return new ReceiptFacts(
        it.reference(),
        topic(visit),
        new Words("营业厅办理回执", "Receipt of a visit to a branch"),
        now,
        packs.current().zone(),
        lines);
  }

  private void send(Visit visit, CancellationView it, String number, String id, Actor staff) {
    applicants
        .reach(it.reference())
        .ifPresent(
            reach ->
                notices.send(
                    List.of(
                        new Notice(
                            id,
                            "visited",
                            it.language(),
                            reach.channel(),
                            vault.seal(Identities.key(visit.id()), reach.address()),
                            Map.of(
                                "reference", it.reference().text(),
                                "number", it.maskedNumber(),
                                "receipt", number))),
                    staff));
  }

  /** The signed receipt as a PDF; empty before the signature, or once it is erased. */
  public Optional<byte[]> receipt(Visit visit) {
    return visit.reference().flatMap(reference -> receipts.pdf(reference, topic(visit)));
  }

  /** What was signed in a case, for auditors; each look is an entry of the journal. */
  public List<Signature> look(CaseReference reference, Actor auditor) {
    return store.of(reference).stream().map(row -> look(row, auditor)).toList();
  }

  private Signature look(SignatureStore.Row row, Actor auditor) {
    visits.find(row.visit()).ifPresent(visit -> record.note(visit, auditor, "signature-viewed"));
    Optional<String> json = vault.open(row.list());
    return new Signature(
        row.visit(),
        row.reference(),
        row.hash(),
        row.way().equals("pad"),
        json.map(it -> Arrays.asList(JSON.readValue(it, Item[].class))).orElse(List.of()),
        vault.open(row.mark()).orElse(""),
        json.filter(it -> hash(it).equals(row.hash())).isPresent(),
        row.by(),
        row.at());
  }

  private Optional<CancellationView> view(Visit visit, Actor staff) {
    return visit.reference().flatMap(reference -> cancellations.find(reference, staff));
  }

  static String topic(Visit visit) {
    return "visit-" + visit.id();
  }

  private static String json(List<Item> items) {
    return JSON.writeValueAsString(items);
  }

  private static String hash(String json) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
