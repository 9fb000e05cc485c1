package io.onhook.branch;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.journal.Entry;
import io.onhook.shared.CaseReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An office's queue, on a real database. */
class QueueTest {
  private static final CaseReference CASE =
      CaseReference.random(
          java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(2));

  private final OneOffice it = new OneOffice();
  private final Counter counter = it.branches.counter();
  private final Tickets tickets = it.branches.tickets();

  @Test
  void givesNumbersUnderTheLetterOfTheService() {
    assertThat(it.take().label()).isEqualTo("A001");
    assertThat(it.take(Service.COMPANY).label()).isEqualTo("C001");
    assertThat(it.take().label()).isEqualTo("A002");
    it.clock.advance(Duration.ofDays(3));
    assertThat(it.take().label()).as("anew each day").isEqualTo("A001");
  }

  @Test
  void callsWhoCameFirstFirst() {
    Ticket first = it.take();
    it.minutes(1);
    Ticket second = it.take();
    it.sits("lin", 3);
    Ticket called = it.called("lin");
    assertThat(called.label()).isEqualTo(first.label());
    assertThat(called.window()).isEqualTo(3);
    assertThat(counter.callNext("lin")).isEqualTo(new CallAnswer.NotFinished(called));

    counter.begin("lin");
    counter.finish("lin");
    assertThat(it.now(first).state()).isEqualTo(TicketState.SERVED);
    assertThat(it.called("lin").label()).isEqualTo(second.label());
  }

  @Test
  void callsOnlyForWhatTheWindowServes() {
    it.take();
    Ticket company = it.take(Service.COMPANY);
    it.sits("lin", 1, Service.COMPANY, Service.ESIM);
    assertThat(it.called("lin").label()).isEqualTo(company.label());
    it.sits("wang", 2, Service.ESIM);
    assertThat(counter.callNext("wang")).isEqualTo(new CallAnswer.NobodyWaits());
  }

  @Test
  void takesPriorityAsIfItHadComeEarlierAndSaysWhy() {
    Ticket early = it.take();
    it.minutes(40);
    Ticket late = it.take();
    it.minutes(5);
    Ticket priority = it.takePriority();
    it.sits("lin", 1);

    Standing standing = it.branches.turns().of(late.token()).orElseThrow();
    assertThat(standing.ahead())
        .containsExactly(
            new Ahead(early.label(), Ahead.Why.EARLIER, Service.END_LINE),
            new Ahead(priority.label(), Ahead.Why.PRIORITY, Service.END_LINE));
    assertThat(it.serve("lin", 1).label())
        .as("who waited longer than the lead")
        .isEqualTo(early.label());
    assertThat(it.serve("lin", 1).label()).isEqualTo(priority.label());
    assertThat(it.serve("lin", 1).label()).isEqualTo(late.label());
  }

  @Test
  void letsTheNextGoFirstAsOftenAsTheRulesSay() {
    Ticket patient = it.take();
    assertThat(tickets.letPass(patient.token())).isEqualTo(new HolderAnswer.LastInLine());
    for (int i = 0; i < 4; i++) {
      it.minutes(1);
      it.take();
    }
    for (int i = 0; i < 3; i++) {
      assertThat(tickets.letPass(patient.token())).isInstanceOf(HolderAnswer.Now.class);
    }
    assertThat(tickets.letPass(patient.token())).isEqualTo(new HolderAnswer.OftenEnough(3));
    assertThat(it.branches.turns().of(patient.token()).orElseThrow().ahead())
        .extracting(Ahead::label, Ahead::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A002", Ahead.Why.LET_PASS),
            org.assertj.core.groups.Tuple.tuple("A003", Ahead.Why.LET_PASS),
            org.assertj.core.groups.Tuple.tuple("A004", Ahead.Why.LET_PASS));
  }

  @Test
  void whoDoesNotComeIsCalledAgainBeforeTheyCountAsNotThere() {
    Ticket absent = it.take();
    it.take();
    it.sits("lin", 1);
    it.called("lin");
    assertThat(counter.noShow("lin")).isEqualTo(new ServeAnswer.CallAgain(1));
    counter.recall("lin");
    assertThat(counter.noShow("lin")).isEqualTo(new ServeAnswer.Now(it.now(absent)));
    assertThat(it.now(absent).state()).isEqualTo(TicketState.NO_SHOW);

    it.minutes(29);
    it.take();
    it.minutes(1);
    assertThat(counter.comeBack("lin", " a001 ")).isInstanceOf(ServeAnswer.Now.class);
    it.serve("lin", 1);
    it.serve("lin", 1);
    assertThat(it.called("lin").label()).as("behind all who waited").isEqualTo("A001");
  }

  @Test
  void whoComesBackTooLateTakesANewTicket() {
    Ticket absent = it.take();
    it.sits("lin", 1);
    it.called("lin");
    counter.recall("lin");
    counter.noShow("lin");
    it.minutes(31);
    assertThat(counter.comeBack("lin", absent.label()))
        .isEqualTo(new ServeAnswer.Otherwise(it.now(absent)));
  }

  @Test
  void putsOneAsideWhileTheNextIsServed() {
    Ticket slow = it.take();
    it.take();
    it.sits("lin", 1);
    it.called("lin");
    counter.begin("lin");
    Instant began = it.now(slow).beganAt();
    counter.hold("lin");
    assertThat(it.serve("lin", 4).label()).isEqualTo("A002");

    it.sits("wang", 2);
    assertThat(counter.resume("wang", slow.label())).isInstanceOf(ServeAnswer.Now.class);
    counter.begin("wang");
    counter.finish("wang");
    assertThat(it.now(slow).window()).isEqualTo(2);
    assertThat(it.now(slow).beganAt()).as("its time began before").isEqualTo(began);
  }

  @Test
  void handsOneOnWithItsPlaceAndItsLabel() {
    Ticket wrong = it.take();
    it.minutes(10);
    Ticket company = it.take(Service.COMPANY);
    it.sits("lin", 1, Service.END_LINE);
    it.sits("wang", 2, Service.COMPANY);
    it.called("lin");
    counter.transfer("lin", Service.COMPANY);
    assertThat(it.called("wang").label()).isEqualTo(wrong.label());
    assertThat(it.now(company).state()).isEqualTo(TicketState.WAITING);
  }

  @Test
  void whomAClerkHandsOverIsCalledNextByAnybodyElse() {
    Ticket known = it.take();
    it.minutes(1);
    Ticket other = it.take();
    it.sits("lin", 1, Service.END_LINE);
    it.sits("wang", 2, Service.END_LINE);
    it.called("lin");
    counter.begin("lin");
    assertThat(counter.handOver("lin")).isEqualTo(new ServeAnswer.Now(it.now(known)));
    assertThat(it.now(known).state()).isEqualTo(TicketState.WAITING);
    assertThat(it.called("lin").label()).isEqualTo(other.label());
    assertThat(it.called("wang").label()).isEqualTo(known.label());
    counter.handOver("wang");
    counter.hold("lin");
    assertThat(counter.callNext("lin")).isEqualTo(new CallAnswer.NobodyWaits());
    assertThat(counter.callNext("wang")).isEqualTo(new CallAnswer.NobodyWaits());
    assertThat(counter.handOver("wang")).isEqualTo(new ServeAnswer.NoSuchTicket());
  }

  @Test
  void aHolderMayGiveUpUntilTheyStandAtTheWindow() {
    Ticket ticket = it.take();
    it.sits("lin", 1);
    it.called("lin");
    assertThat(tickets.cancel(ticket.token())).isInstanceOf(HolderAnswer.Now.class);
    assertThat(counter.begin("lin")).isEqualTo(new ServeAnswer.NoSuchTicket());
    assertThat(counter.callNext("lin")).isEqualTo(new CallAnswer.NobodyWaits());

    Ticket other = it.take();
    it.called("lin");
    counter.begin("lin");
    assertThat(tickets.cancel(other.token())).isEqualTo(new HolderAnswer.TooLate(it.now(other)));
    assertThat(tickets.cancel("nobody's")).isEqualTo(new HolderAnswer.NoSuchTicket());
  }

  @Test
  void givesACaseOneTicketAndAClientSoMany() {
    TakeTicket wish = OneOffice.wish(Service.END_LINE, false, Optional.of(CASE), null, null);
    Ticket first = it.taken(wish);
    assertThat(tickets.take(wish)).isEqualTo(new TakeAnswer.HasOne(first));

    TakeTicket far = OneOffice.wish(Service.END_LINE, false, Optional.empty(), "client", null);
    it.taken(far);
    it.taken(far);
    assertThat(tickets.take(far)).isEqualTo(new TakeAnswer.TooMany(2));
  }

  @Test
  void isClosedWhenTheOfficeIs() {
    it.minutes(8 * 60);
    assertThat(tickets.take(OneOffice.wish(Service.END_LINE, false)))
        .isEqualTo(
            new TakeAnswer.Closed(
                Optional.of(it.office().local(Instant.parse("2026-03-09T01:00:00Z")))));
    assertThat(tickets.take(OneOffice.wish(Service.OTHER_REGION, false)))
        .isEqualTo(new TakeAnswer.NotServedHere());
  }

  @Test
  void sendsHomeWhoStillWaitsAndKeepsTheirPlaceForAnotherDay() {
    Ticket waiting = it.take();
    it.minutes(8 * 60 + 29);
    it.branches.closing().run();
    assertThat(it.now(waiting).state()).as("they are still served").isEqualTo(TicketState.WAITING);
    it.minutes(1);
    it.branches.closing().run();
    assertThat(it.now(waiting).state()).isEqualTo(TicketState.SENT_HOME);

    it.clock.advance(Duration.ofHours(63));
    it.takePriority();
    Ticket again =
        it.taken(OneOffice.wish(Service.END_LINE, false, Optional.empty(), null, waiting.token()));
    Ticket twice =
        it.taken(OneOffice.wish(Service.END_LINE, false, Optional.empty(), null, waiting.token()));
    it.sits("lin", 1);
    assertThat(it.serve("lin", 1).label()).isEqualTo(again.label());
    it.serve("lin", 1);
    assertThat(it.serve("lin", 1).label()).as("one place for one").isEqualTo(twice.label());
  }

  @Test
  void aWindowHasOneClerkAndAClerkOneWindow() {
    it.sits("lin", 1);
    Windows windows = it.branches.windows();
    assertThat(windows.open(OneOffice.BEIJING, 1, "wang", Set.of()))
        .isEqualTo(new WindowAnswer.TakenBy("lin"));
    assertThat(windows.open(OneOffice.BEIJING, 2, "lin", Set.of()))
        .isEqualTo(new WindowAnswer.SitsAt(OneOffice.BEIJING, 1));
    assertThat(windows.open(OneOffice.BEIJING, 21, "wang", Set.of()))
        .isEqualTo(new WindowAnswer.NoSuchWindow());
    assertThat(counter.callNext("wang")).isEqualTo(new CallAnswer.NoWindow());

    it.take();
    windows.rest("lin", true);
    assertThat(counter.callNext("lin")).isEqualTo(new CallAnswer.NoWindow());
    windows.rest("lin", false);
    Ticket called = it.called("lin");
    assertThat(windows.close("lin")).contains(called);
    counter.begin("lin");
    counter.finish("lin");
    assertThat(windows.close("lin")).isEmpty();
    assertThat(windows.of("lin")).isEmpty();
  }

  @Test
  void learnsFromItsOwnVisitsHowLongTheyTake() {
    it.sits("lin", 1);
    assertThat(it.branches.turns().expected(it.office(), Service.END_LINE).orElseThrow().learnt())
        .isFalse();
    for (int i = 0; i < 10; i++) {
      it.take();
      it.serve("lin", 10);
    }
    it.take();
    it.take();
    Ticket third = it.take();
    Standing standing = it.branches.turns().of(third.token()).orElseThrow();
    assertThat(standing.expected())
        .isEqualTo(new Wait(Duration.ofMinutes(20), Duration.ofMinutes(31), true));
    it.sits("wang", 2);
    assertThat(it.branches.turns().of(third.token()).orElseThrow().expected().least())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void writesEachChangeDownOnceAndNothingOfTheToken() {
    Ticket ticket = it.take();
    it.sits("lin", 1);
    it.called("lin");
    counter.begin("lin");
    counter.finish("lin");
    var entries = it.journal.stream("branch-" + OneOffice.BEIJING);
    assertThat(entries)
        .extracting(Entry::kind)
        .containsExactly("ticket-taken", "window-opened", "called", "begun", "served");
    assertThat(entries.toString()).doesNotContain(ticket.token());
  }
}
