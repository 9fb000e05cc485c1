package io.onhook.visit;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.branch.Offices;
import io.onhook.branch.Service;
import io.onhook.branch.Ticket;
import io.onhook.branch.TicketState;
import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.LineFixture;
import io.onhook.cancellation.RetractAnswer;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.cancellation.World;
import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.notice.Letters;
import io.onhook.notice.Notice;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Visits, on the real domain, engine and database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitTest {
  private static final Actor LIN = Actor.staff("lin");
  private static final Actor WANG = Actor.staff("wang");
  private static final String OFFICE = "hongqiao";
  private static final String NAME = "M10 100L120 20L200 150M210 90L300 90";

  private final World world = new World();
  private final AtomicLong tickets = new AtomicLong();
  private final Visits visits = world.bean(Visits.class);
  private final Identities identities = world.bean(Identities.class);
  private final Sims sims = world.bean(Sims.class);
  private final Signatures signatures = world.bean(Signatures.class);
  private final Tills tills = world.bean(Tills.class);
  private final Opening opening = world.bean(Opening.class);
  private final Cancellations cancellations = world.cancellations();

  @AfterAll
  void stop() {
    world.close();
  }

  private Ticket ticket(Optional<CaseReference> carries) {
    return ticket(tickets.incrementAndGet(), carries);
  }

  static Ticket ticket(long id, Optional<CaseReference> carries) {
    return new Ticket(
        id,
        "token" + id,
        OFFICE,
        LocalDate.of(2026, 3, 2),
        Service.END_LINE,
        'A',
        (int) id,
        "kiosk",
        Language.ZH_CN,
        false,
        carries,
        LineFixture.NOON,
        null,
        LineFixture.NOON,
        0,
        TicketState.SERVING,
        1,
        1,
        LineFixture.NOON,
        LineFixture.NOON,
        null);
  }

  private LineFixture line() {
    LineFixture line = aLine();
    world.operator.add(line);
    return line;
  }

  /** Asked for at the hotline, say. */
  private CaseReference submitted(LineFixture line, Actor by) {
    return submitted(cancellations, line, by);
  }

  static CaseReference submitted(Cancellations cancellations, LineFixture line, Actor by) {
    var request =
        new CancelLine(
            line.id(),
            "张伟",
            "resident-id",
            LineFixture.DOCUMENT,
            null,
            new Contact(Notice.Channel.EMAIL, "wei@example.org", LineFixture.NOON),
            null,
            Language.ZH_CN,
            "phone");
    if (cancellations.submit(request, by, "key-" + line.id())
        instanceof SubmitAnswer.Submitted it) {
      return it.reference();
    }
    throw new AssertionError("Not submitted");
  }

  private Visit about(LineFixture line) {
    Visit visit = visits.of(ticket(Optional.empty()), LIN);
    if (visits.takeUp(visit.id(), line.number(), LIN) instanceof TakeUpAnswer.Now(var now)) {
      return now;
    }
    throw new AssertionError("Not taken up");
  }

  private void seen(Visit visit) {
    assertThat(identities.compare(visit, "resident-id", LineFixture.DOCUMENT, LIN))
        .isInstanceOfSatisfying(
            IdentityAnswer.Compared.class, it -> assertThat(it.check().fits()).isTrue());
  }

  private SignAnswer sign(Visit visit, Mark mark) {
    return signatures.sign(visit, signatures.shown(visit, LIN).orElseThrow().hash(), mark, LIN);
  }

  private Sims.Fate fate(Visit visit) {
    var office = world.bean(Offices.class).find(OFFICE).orElseThrow();
    return sims.kept(office, LIN).stream()
        .filter(kept -> kept.sim().visit() == visit.id())
        .findFirst()
        .orElseThrow()
        .fate();
  }

  @Test
  void finishesHereWhatWasBegunElsewhereWithoutAskingAgain() {
    LineFixture line = line();
    CaseReference reference = submitted(line, Actor.api("hotline"));

    Visit visit = visits.of(ticket(Optional.of(reference)), LIN);
    assertThat(visit.reference()).contains(reference);
    assertThat(visits.find(visit.id())).contains(visit);
    seen(visit);
    String digits = line.line().iccid().digits();
    assertThat(sims.take(visit, digits, LIN)).isInstanceOf(SimAnswer.Taken.class);
    assertThat(sims.take(visit, digits, LIN)).isInstanceOf(SimAnswer.TakenBefore.class);

    var shown = signatures.shown(visit, LIN).orElseThrow();
    assertThat(shown.items())
        .anySatisfy(item -> assertThat(item.value().zh()).contains("尾号"))
        .anySatisfy(item -> assertThat(item.part()).isEqualTo(Item.Part.EXPLAINED))
        .anySatisfy(item -> assertThat(item.part()).isEqualTo(Item.Part.OPEN));
    assertThat(sign(visit, new Mark.Pad(NAME))).isEqualTo(new SignAnswer.Signed());
    assertThat(sign(visit, new Mark.Pad(NAME))).isEqualTo(new SignAnswer.SignedBefore());
    assertThat(signatures.receipt(visit)).isPresent();

    var kept = signatures.look(reference, Actor.staff("auditor"));
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().hash()).isEqualTo(shown.hash());
    assertThat(kept.getFirst().intact()).isTrue();
    assertThat(kept.getFirst().mark()).isEqualTo(NAME);
    assertThat(kept.getFirst().list()).isEqualTo(shown.items());
    assertThat(world.bean(Journal.class).stream("visits-" + OFFICE))
        .filteredOn(entry -> entry.subject().equals(OFFICE + "/" + visit.id()))
        .extracting(Entry::kind)
        .containsExactly(
            "visit-begun",
            "line-taken-up",
            "identity-fits",
            "sim-card",
            "signed",
            "signature-viewed");
  }

  @Test
  void givesTheSimBackWhereTheRequestIsTakenBack() {
    LineFixture line = line();
    CaseReference reference = submitted(line, Actor.api("hotline"));
    Visit visit = visits.of(ticket(Optional.of(reference)), LIN);
    sims.take(visit, line.line().iccid().digits(), LIN);
    assertThat(fate(visit)).isEqualTo(Sims.Fate.KEEP);
    assertThat(sims.leave(visit.id(), Sim.Left.GIVEN_BACK, LIN)).isFalse();

    assertThat(cancellations.retract(reference, Actor.holder(line.partyId())))
        .isEqualTo(new RetractAnswer.Retracted());
    World.await("the card to be due", () -> fate(visit) == Sims.Fate.GIVE_BACK);
    assertThat(sims.leave(visit.id(), Sim.Left.DESTROYED, LIN)).isFalse();
    assertThat(sims.leave(visit.id(), Sim.Left.GIVEN_BACK, LIN)).isTrue();
    assertThat(sims.leave(visit.id(), Sim.Left.GIVEN_BACK, LIN)).isFalse();
  }

  @Test
  void servesSomebodyWithoutPhoneAndMailByLetter() {
    Visit visit = about(line());
    var wish =
        new OpenWish(
            new Contact(Notice.Channel.LETTER, "张伟\n示例路 1 号", null),
            null,
            Language.ZH_CN,
            Map.of());
    assertThat(opening.open(visit, wish, LIN)).isEqualTo(new OpenAnswer.NoIdentity());
    seen(visit);
    OpenAnswer first = opening.open(visit, wish, LIN);
    assertThat(first).isInstanceOf(OpenAnswer.Opened.class);
    assertThat(opening.open(visit, wish, LIN)).isEqualTo(first);

    Visit now = visits.find(visit.id()).orElseThrow();
    assertThat(now.openedHere()).isTrue();
    sims.without(now, Sim.Kind.LOST, LIN);
    assertThat(sign(now, new Mark.Name("张 伟"))).isEqualTo(new SignAnswer.Signed());
    World.await(
        "the letter",
        () ->
            world.bean(Letters.class).waiting(100).stream()
                .anyMatch(letter -> letter.id().equals("visit/" + visit.id())));
  }

  @Test
  void refusesADotAnotherNameAndAListThatHasChanged() {
    LineFixture line = line();
    Visit visit = visits.of(ticket(Optional.of(submitted(line, Actor.api("hotline")))), LIN);
    String before = signatures.shown(visit, LIN).orElseThrow().hash();
    assertThat(sign(visit, new Mark.Pad(NAME))).isEqualTo(new SignAnswer.NotReady());
    seen(visit);
    assertThat(sign(visit, new Mark.Pad("M10 10"))).isEqualTo(new SignAnswer.OnlyADot());
    assertThat(sign(visit, new Mark.Pad("<svg>"))).isEqualTo(new SignAnswer.NoDrawing());
    assertThat(sign(visit, new Mark.Name("李娜"))).isEqualTo(new SignAnswer.OtherName());
    assertThat(signatures.sign(visit, before, new Mark.Pad(NAME), LIN))
        .isEqualTo(new SignAnswer.Changed());
    assertThat(signatures.signedAt(visit)).isEmpty();
    assertThat(signatures.receipt(visit)).isEmpty();
  }

  @Test
  void nobodyServesAnOwnLineAndTheColleagueFindsAllThatWasDone() {
    LineFixture line = line();
    Visit visit = visits.of(ticket(Optional.empty()), LIN);
    Actor holder = Actor.staff(line.partyId());
    assertThat(visits.takeUp(visit.id(), line.number(), holder))
        .isEqualTo(new TakeUpAnswer.OwnLine());
    visits.takeUp(visit.id(), line.number(), LIN);
    Visit now = visits.find(visit.id()).orElseThrow();

    assertThat(identities.compare(now, "resident-id", LineFixture.DOCUMENT, holder))
        .isEqualTo(new IdentityAnswer.NotYours());
    assertThat(sims.take(now, line.line().iccid().digits(), holder))
        .isEqualTo(new SimAnswer.NoLine());
    seen(now);
    assertThat(identities.of(now)).hasValueSatisfying(it -> assertThat(it.by()).isEqualTo("lin"));
    assertThat(sims.take(now, line.line().iccid().digits(), WANG))
        .isInstanceOf(SimAnswer.Taken.class);
  }

  @Test
  void keepsNoNumberOfAnIdThatDiffers() {
    Visit visit = about(line());
    assertThat(identities.compare(visit, "resident-id", "110105194912310011", LIN))
        .isInstanceOf(IdentityAnswer.class);
    assertThat(identities.compare(visit, "passport", "E12345678", LIN))
        .isInstanceOfSatisfying(
            IdentityAnswer.Compared.class, it -> assertThat(it.check().fits()).isFalse());
    assertThat(identities.number(visit, visit.line().orElseThrow())).isEmpty();
    assertThat(identities.compare(visit, "passport", "?", LIN))
        .isEqualTo(new IdentityAnswer.WrongForm("passport.form"));
  }

  @Test
  void takesMoneyOnceWhateverAnswerIsLost() {
    LineFixture line = line().withArrears(8800);
    Visit visit = about(line);
    Money owed = tills.owed(visit, LIN).orElseThrow();
    assertThat(owed).isEqualTo(Money.of("CNY", 8800));
    assertThat(tills.pay(visit, Money.of("CNY", 100), Payment.Method.CASH, LIN))
        .isEqualTo(new PayAnswer.OtherAmount(owed));
    world.operator.loses.add("pay");
    PayAnswer paid = tills.pay(visit, owed, Payment.Method.CASH, LIN);
    assertThat(paid).isInstanceOf(PayAnswer.Taken.class);
    World.await("billing to be told", () -> tills.owed(visit, LIN).isEmpty());
    world.tick(java.time.Duration.ofMinutes(1));
    World.await("the payment to be noted", () -> tills.of(visit).getFirst().notedAt().isPresent());
    assertThat(tills.pay(visit, owed, Payment.Method.CASH, LIN))
        .isEqualTo(new PayAnswer.NothingOwed());
    assertThat(world.operator.effects)
        .filteredOn(effect -> effect.equals("pay cash CNY 88.00"))
        .hasSize(1);
    assertThat(tills.receipt(tills.of(visit).getFirst().reference())).isPresent();
  }

  @Test
  void takesNoMoneyAndOpensNothingWhereAnAmountIsInAnotherCurrency() {
    LineFixture line = line().withArrears(8800);
    Visit visit = about(line);
    Money owed = tills.owed(visit, LIN).orElseThrow();
    seen(visit);
    world.operator.billedInDollars = line.id();
    try {
      assertThat(tills.pay(visit, owed, Payment.Method.CASH, LIN))
          .isEqualTo(new PayAnswer.NotReckonable());
      assertThat(tills.of(visit)).isEmpty();
      var contact = new Contact(Notice.Channel.EMAIL, "wei@example.org", LineFixture.NOON);
      assertThat(opening.open(visit, new OpenWish(contact, null, Language.EN, Map.of()), LIN))
          .isEqualTo(new OpenAnswer.NotReckonable());
    } finally {
      world.operator.billedInDollars = null;
    }
  }

  @Test
  void noSecondPaymentWhileTheFirstIsOnItsWay() {
    LineFixture line = line().withArrears(5000);
    Visit visit = about(line);
    Visit elsewhere = about(line);
    Money owed = tills.owed(visit, LIN).orElseThrow();
    world.operator.refusesPayments = true;
    assertThat(tills.pay(visit, owed, Payment.Method.CARD, WANG))
        .isInstanceOf(PayAnswer.Taken.class);
    assertThat(tills.pay(elsewhere, owed, Payment.Method.CASH, LIN))
        .isEqualTo(new PayAnswer.UnderWay());
    world.operator.refusesPayments = false;
    world.tick(java.time.Duration.ofMinutes(30));
    World.await("the payment to be noted", () -> tills.of(visit).getFirst().notedAt().isPresent());
    assertThat(tills.of(elsewhere)).isEmpty();
  }

  @Test
  void closesATillWithItsCountAndAsksWhyItDiffers() {
    Actor zhao = Actor.staff("zhao");
    assertThat(tills.close(Money.zero("CNY"), "", zhao)).isEqualTo(new TillAnswer.NoTill());
    Visit visit = about(line().withArrears(8800));
    tills.pay(visit, tills.owed(visit, zhao).orElseThrow(), Payment.Method.CASH, zhao);

    Money counted = Money.of("CNY", 8000);
    assertThat(tills.close(counted, " ", zhao)).isInstanceOf(TillAnswer.ReasonMissing.class);
    assertThat(tills.open(zhao)).isPresent();
    assertThat(tills.close(counted, "Wrong change", zhao))
        .isInstanceOfSatisfying(
            TillAnswer.Closed.class,
            closed -> {
              assertThat(closed.till().difference()).isEqualTo(Money.of("CNY", -800));
              assertThat(closed.till().reason()).isEqualTo("Wrong change");
            });
    assertThat(tills.open(zhao)).isEmpty();
  }

  @Test
  void anotherLineNeedsARoundOfItsOwn() {
    LineFixture one = line();
    LineFixture two = line();
    Ticket ticket = ticket(Optional.empty());
    Visit first = visits.of(ticket, LIN);
    visits.takeUp(first.id(), one.number(), LIN);
    sims.take(visits.find(first.id()).orElseThrow(), one.line().iccid().digits(), LIN);
    assertThat(visits.takeUp(first.id(), two.number(), LIN))
        .isEqualTo(new TakeUpAnswer.InTheMiddle());

    Visit second = visits.another(first, ticket, LIN);
    assertThat(second.round()).isEqualTo(2);
    assertThat(visits.takeUp(second.id(), two.number(), LIN)).isInstanceOf(TakeUpAnswer.Now.class);
    assertThat(visits.of(ticket, WANG).id()).isEqualTo(second.id());
  }

  @Test
  void findsNothingThatIsNotThere() {
    Visit visit = visits.of(ticket(Optional.empty()), LIN);
    assertThat(visits.takeUp(visit.id(), aLine().number(), LIN))
        .isEqualTo(new TakeUpAnswer.NoneSuch());
    world.operator.down = true;
    assertThat(visits.takeUp(visit.id(), aLine().number(), LIN))
        .isEqualTo(new TakeUpAnswer.Unavailable());
    world.operator.down = false;
  }
}
