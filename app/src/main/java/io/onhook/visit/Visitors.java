package io.onhook.visit;

import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.cancellation.CopyNeeded;
import io.onhook.cancellation.Representative;
import io.onhook.cancellation.RepresentativeCheck;
import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.policy.Way;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.ReadableZone;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who stands at the window: the holder, or somebody in their place as far as the pack lets them act
 * at a branch. While nothing is said it is the holder; for a company or the dead it must be said.
 */
@Component
public final class Visitors {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final VisitorStore store;
  private final VisitStore visits;
  private final SignatureStore signatures;
  private final Identities identities;
  private final FourEyes eyes;
  private final VisitRecord record;
  private final Lines lines;
  private final Packs packs;
  private final Vault vault;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Visitors(
      DataSource database,
      PlatformTransactionManager transactions,
      Identities identities,
      FourEyes eyes,
      Journal journal,
      Lines lines,
      Packs packs,
      Vault vault,
      Clock clock) {
    var jdbc = JdbcClient.create(database);
    this.store = new VisitorStore(jdbc);
    this.visits = new VisitStore(jdbc);
    this.signatures = new SignatureStore(jdbc);
    this.identities = identities;
    this.eyes = eyes;
    this.record = new VisitRecord(journal);
    this.lines = lines;
    this.packs = packs;
    this.vault = vault;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Who may act at a window here. */
  public List<Acting> allowed() {
    Pack pack = packs.current();
    return Arrays.stream(Acting.values()).filter(it -> pack.mayAct(Way.BRANCH, it)).toList();
  }

  /** Who was said to stand there; empty while nothing was said. */
  public Optional<Visitor> of(Visit visit) {
    return visit
        .line()
        .flatMap(line -> store.last(visit.id(), line))
        .map(row -> new Visitor(row.acting(), open(row.representative()), row.by(), row.at()));
  }

  private Visitor.@Nullable Behalf open(@Nullable Sealed sealed) {
    return sealed == null
        ? null
        : vault.open(sealed).map(json -> JSON.readValue(json, Visitor.Behalf.class)).orElse(null);
  }

  /** In what role the line is judged: as was said, else as is usual for it. */
  public Acting acting(Visit visit, Line line) {
    return of(visit).map(Visitor::acting).orElseGet(() -> usual(line));
  }

  private Acting usual(Line line) {
    Acting usual = Representative.usual(line);
    return allowed().contains(usual) ? usual : Acting.HOLDER;
  }

  /** Whether nothing goes on before it is said who stands there. */
  public boolean isToBeSaid(Visit visit, Line line) {
    return of(visit).isEmpty() && usual(line) != Acting.HOLDER;
  }

  /** Whether the holder's own document, or its number, is compared for somebody in this role. */
  public boolean needsHolderIdentity(Acting acting) {
    Pack pack = packs.current();
    var rule = pack.actors().get(acting);
    return acting == Acting.HOLDER
        || pack.asksIdentity()
        || (rule != null && rule.papers().stream().anyMatch(Paper::isHolderIdentity));
  }

  /** Whether all that proves who stands there was seen. */
  public boolean isKnown(Visit visit, Line line) {
    return !isToBeSaid(visit, line)
        && (!needsHolderIdentity(acting(visit, line))
            || identities.of(visit).filter(IdentityCheck::fits).isPresent());
  }

  /** The papers of which somebody in this role leaves a copy at a window. */
  public List<CopyNeeded> copies(Visit visit, Line line) {
    return CopyNeeded.of(packs.current(), Way.BRANCH, line, acting(visit, line));
  }

  /** Says that it is the holder. */
  public VisitorAnswer holder(Visit visit, Actor staff) {
    return say(visit, Acting.HOLDER, null, staff);
  }

  /**
   * Says who acts in the holder's place. That the document is theirs, the clerk has seen.
   *
   * @param who as on their own document
   */
  public VisitorAnswer say(Visit visit, Representative who, Actor staff) {
    return say(visit, who.acting(), who, staff);
  }

  /** What would be wrong about it, all at once; nothing is kept. */
  public List<WrongField> wrong(Visit visit, Representative who) {
    return identities.line(visit).map(line -> wrong(who, line)).orElse(List.of());
  }

  private VisitorAnswer say(Visit visit, Acting acting, @Nullable Representative who, Actor staff) {
    if (eyes.refusal(visit, staff).isPresent()) {
      return new VisitorAnswer.NotYours();
    }
    if (!allowed().contains(acting)) {
      return new VisitorAnswer.NotHere();
    }
    Optional<Line> line = identities.line(visit);
    if (line.isEmpty()) {
      return new VisitorAnswer.NoLine();
    }
    if (who != null) {
      List<WrongField> wrong = wrong(who, line.get());
      if (!wrong.isEmpty()) {
        return new VisitorAnswer.Wrong(wrong);
      }
      switch (self(who, staff)) {
        case YES -> {
          record.note(visit, staff, "visitor-is-clerk");
          return new VisitorAnswer.NotYours();
        }
        case UNKNOWN -> {
          return new VisitorAnswer.NoLine();
        }
        case NO -> {
          // Goes on.
        }
      }
    }
    return keep(visit, line.get(), acting, who, staff);
  }

  private List<WrongField> wrong(Representative who, Line line) {
    Pack pack = packs.current();
    return RepresentativeCheck.of(
        who,
        Opening.WAY,
        line.holder().documentNumber(),
        pack,
        pack.days().dateOf(clock.instant()));
  }

  private VisitorAnswer keep(
      Visit visit, Line line, Acting acting, @Nullable Representative who, Actor staff) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Visitor.Behalf behalf = who == null ? null : new Visitor.Behalf(line.holder().name(), who);
    Sealed sealed =
        behalf == null
            ? null
            : vault.seal(Identities.key(visit.id()), JSON.writeValueAsString(behalf));
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Visit held = visits.hold(visit.id()).orElseThrow();
              if (held.openedHere() || signatures.of(visit.id()).isPresent()) {
                return new VisitorAnswer.Settled();
              }
              store.add(
                  visit.id(), line.id(), new VisitorStore.Row(acting, sealed, staff.id(), now));
              record.note(held, staff, "visitor-said", "{\"acting\":\"" + acting.key() + "\"}");
              return new VisitorAnswer.Said(new Visitor(acting, behalf, staff.id(), now));
            }));
  }

  /** Whether somebody is who. */
  enum Self {
    YES,
    NO,
    /** The operator's systems can't be asked. */
    UNKNOWN
  }

  /** Whether the clerk acts for themself: by the document of the lines that they hold. */
  Self self(Representative who, Actor staff) {
    String number = ReadableZone.numberIn(who.documentNumber());
    return switch (lines.ofHolder(staff.id())) {
      case Answer.Got<List<Line>>(var own) ->
          own.stream().map(Line::holder).anyMatch(it -> it.hasDocument(number))
              ? Self.YES
              : Self.NO;
      case Answer.Failed<List<Line>> failed -> Self.UNKNOWN;
      case Answer.Silent<List<Line>> silent -> Self.UNKNOWN;
    };
  }
}
