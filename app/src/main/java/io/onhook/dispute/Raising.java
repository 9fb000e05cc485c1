package io.onhook.dispute;

import io.onhook.engine.CaseId;
import io.onhook.engine.Cases;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Billing;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.CaseReference;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a dispute in: the charge is looked up at the operator's, never believed. */
@Component
final class Raising {
  private static final int LONGEST = 1000;

  private final DisputeStore store;
  private final Lines lines;
  private final Billing billing;
  private final Cases cases;
  private final Packs packs;
  private final Vault vault;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  Raising(
      DataSource database,
      PlatformTransactionManager transactions,
      Lines lines,
      Billing billing,
      Cases cases,
      Packs packs,
      Vault vault,
      Clock clock) {
    this.store = new DisputeStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.lines = lines;
    this.billing = billing;
    this.cases = cases;
    this.packs = packs;
    this.vault = vault;
    this.clock = clock;
  }

  RaiseAnswer raise(RaiseDispute request, Actor holder) {
    if (!packs.current().money().disputable()) {
      return new RaiseAnswer.NotHere();
    }
    if (request.reason().isBlank() || request.reason().length() > LONGEST) {
      return new RaiseAnswer.ReasonMissing();
    }
    return switch (lines.byId(request.line())) {
      case Answer.Got<Optional<Line>>(Optional<Line> line) ->
          line.filter(it -> mayAct(holder, it))
              .map(it -> raise(request, it, holder))
              .orElseGet(RaiseAnswer.NoSuchCharge::new);
      case Answer.Failed<Optional<Line>> failed -> new RaiseAnswer.Unavailable();
      case Answer.Silent<Optional<Line>> silent -> new RaiseAnswer.Unavailable();
    };
  }

  private static boolean mayAct(Actor holder, Line line) {
    return holder.kind() != Actor.Kind.HOLDER || holder.id().equals(line.holder().partyId());
  }

  private RaiseAnswer raise(RaiseDispute request, Line line, Actor holder) {
    return switch (billing.openBills(line.id())) {
      case Answer.Got<List<Bill>>(List<Bill> bills) ->
          bills.stream()
              .filter(bill -> bill.id().equals(request.billId()))
              .flatMap(
                  bill ->
                      bill.charges().stream()
                          .filter(charge -> request.chargeId().equals(charge.id()))
                          .filter(charge -> Disputes.fits(bill, charge)))
              .findFirst()
              .map(charge -> store(request, line, charge, holder))
              .orElseGet(RaiseAnswer.NoSuchCharge::new);
      case Answer.Failed<List<Bill>> failed -> new RaiseAnswer.Unavailable();
      case Answer.Silent<List<Bill>> silent -> new RaiseAnswer.Unavailable();
    };
  }

  private RaiseAnswer store(RaiseDispute request, Line line, Bill.Charge charge, Actor holder) {
    var reference = CaseReference.random(random);
    Pack pack = packs.current();
    List<Notice.Route> others = others(reference, line);
    boolean overLine = others.isEmpty();
    var state =
        new Dispute(
            reference,
            pack.id(),
            pack.version(),
            line.id(),
            line.holder().partyId(),
            request.billId(),
            request.chargeId(),
            charge.amount(),
            seal(reference, request.reason().strip()),
            request.language(),
            overLine
                ? List.of(
                    new Notice.Route(Notice.Channel.SMS, seal(reference, line.msisdn().e164())))
                : others,
            overLine,
            holder,
            clock.instant(),
            null,
            null);
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              CaseId id = cases.start(DisputeProcess.DISPUTE, reference.text(), state, holder);
              if (store.add(state, charge.text(), id)) {
                return new RaiseAnswer.Raised(store.find(reference).orElseThrow());
              }
              status.setRollbackOnly();
              return new RaiseAnswer.Before(before(request));
            }));
  }

  private Contested before(RaiseDispute request) {
    return store.ofLine(request.line()).stream()
        .filter(it -> it.isAbout(request.billId(), request.chargeId()))
        .findFirst()
        .orElseThrow();
  }

  /** Ways that outlive the line. */
  private List<Notice.Route> others(CaseReference reference, Line line) {
    var routes = new ArrayList<Notice.Route>();
    line.holder()
        .email()
        .ifPresent(it -> routes.add(new Notice.Route(Notice.Channel.EMAIL, seal(reference, it))));
    line.holder()
        .otherPhone()
        .ifPresent(
            it -> routes.add(new Notice.Route(Notice.Channel.SMS, seal(reference, it.e164()))));
    return List.copyOf(routes);
  }

  private Sealed seal(CaseReference reference, String text) {
    return vault.seal(KeyName.of("dispute", reference.text()), text);
  }
}
