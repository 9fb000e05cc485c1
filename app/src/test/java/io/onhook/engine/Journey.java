package io.onhook.engine;

import io.onhook.engine.Partner.Behaviour;
import io.onhook.shared.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A process that has one of everything, for the engine's tests. */
record Journey(
    String name,
    boolean bar,
    boolean review,
    Instant endsAt,
    boolean waitsForDues,
    List<String> log) {

  static Journey to(String name) {
    return new Journey(name, true, false, Instant.EPOCH, false, List.of());
  }

  Journey reviewed() {
    return new Journey(name, bar, true, endsAt, waitsForDues, log);
  }

  Journey endingAt(Instant instant) {
    return new Journey(name, bar, review, instant, waitsForDues, log);
  }

  Journey waitingForDues() {
    return new Journey(name, bar, review, endsAt, true, log);
  }

  Journey and(String event) {
    return new Journey(
        name,
        bar,
        review,
        endsAt,
        waitsForDues,
        java.util.stream.Stream.concat(log.stream(), java.util.stream.Stream.of(event)).toList());
  }

  static final CaseProcess<Journey> JOURNEY =
      CaseProcess.process("journey", 1, Journey.class)
          .step("pack", Pack.class)
          .decision("review", Review.class)
          .wait("end-date", Journey::endsAt)
          .step("bar", Bar.class)
          .undo(Unbar.class)
          .start("postcard", SendPostcard.class)
          .waitFor("dues", Journey::waitsForDues)
          .pointOfNoReturn()
          .step("leave", Leave.class)
          .step("arrive", Arrive.class)
          .closing(Unpack.class)
          .build();

  static final CaseProcess<Postcard> POSTCARD =
      CaseProcess.process("postcard", 1, Postcard.class).step("write", WriteCard.class).build();

  record Postcard(String text, long parent) {}

  /** A row of a table of ours. */
  record Stamp(String key, String what) implements LocalWrite {}

  record StampWriter() implements WriteHandler<Stamp> {
    @Override
    public Class<Stamp> type() {
      return Stamp.class;
    }

    @Override
    public Set<Integer> write(Connection connection, List<Stamp> stamps) throws SQLException {
      for (Stamp stamp : stamps) {
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO stamp (key, what) VALUES (?, ?)")) {
          insert.setString(1, stamp.key());
          insert.setString(2, stamp.what());
          insert.executeUpdate();
        }
      }
      return Set.of();
    }
  }

  record Pack() implements LocalStep<Journey> {
    @Override
    public StepOutcome<Journey> run(Journey state, StepContext context) {
      if (state.name().equals("bug")) {
        throw new IllegalStateException("a bug");
      }
      if (state.name().equals("refused")) {
        return StepOutcome.refused("no-luggage");
      }
      String what = state.name().equals("poison") ? null : "packed";
      return StepOutcome.done(
          state.and("packed"), new Stamp(state.name(), what == null ? "\0" : what));
    }
  }

  record Review() implements Decision<Journey> {
    @Override
    public StepOutcome<Journey> open(Journey state, StepContext context) {
      return state.review() ? StepOutcome.needsPerson("look") : StepOutcome.done(state);
    }

    @Override
    public StepOutcome<Journey> decide(Journey state, Signal decision, StepContext context) {
      String said = decision.payload();
      if (said.contains("unclear")) {
        return StepOutcome.needsPerson("look again");
      }
      if (said.contains("later") && context.attempt() == 1) {
        return new StepOutcome.RetryAt<>(
            context.now().plusSeconds(5), Fault.unreachable("partner", "away"));
      }
      return said.contains("no")
          ? StepOutcome.refused("not-approved")
          : StepOutcome.done(state.and("approved"));
    }
  }

  record Arguments(String name) {}

  /** A step that asks the partner for one effect. */
  private static StepOutcome<Journey> outcome(Behaviour behaviour, Journey done, Instant now) {
    return switch (behaviour) {
      case DOES -> StepOutcome.done(done);
      case REJECTS ->
          new StepOutcome.RetryAt<>(now.plusSeconds(5), Fault.rejected("partner", "busy"));
      case DOES_AND_STAYS_SILENT, DOES_AND_FORGETS, STAYS_SILENT ->
          new StepOutcome.Unknown<>(now.plusSeconds(5), Fault.timeout("partner", "silence"));
    };
  }

  /** What all remote steps of the journey share. */
  abstract static class AtPartner implements RemoteStep<Journey, Arguments> {
    private final Partner partner;
    private final String step;

    AtPartner(Partner partner, String step) {
      this.partner = partner;
      this.step = step;
    }

    @Override
    public String partner() {
      return "partner";
    }

    @Override
    public Duration timeout() {
      return Duration.ofMillis(200);
    }

    @Override
    public Optional<Arguments> prepare(Journey state) {
      return Optional.of(new Arguments(state.name()));
    }

    @Override
    public StepOutcome<Journey> call(Journey state, Intent<Arguments> intent) {
      return outcome(partner.call(step, intent.effectKey()), state.and(step), intent.now());
    }

    @Override
    public StepOutcome<Journey> ask(Journey state, Intent<Arguments> intent) {
      return partner.did(intent.effectKey())
          ? StepOutcome.done(state.and(step))
          : new StepOutcome.RetryAt<>(intent.now(), Fault.rejected("partner", "never came"));
    }
  }

  static final class Bar extends AtPartner {
    Bar(Partner partner) {
      super(partner, "bar");
    }
  }

  static final class Unbar extends AtPartner {
    Unbar(Partner partner) {
      super(partner, "unbar");
    }
  }

  static final class Leave extends AtPartner {
    Leave(Partner partner) {
      super(partner, "leave");
    }
  }

  record SendPostcard() implements ChildStep<Journey> {
    @Override
    public StartCase<Postcard> start(Journey state, StepContext context) {
      return new StartCase<>(
          POSTCARD, "from-" + context.caseId(), new Postcard("hi", context.caseId().value()));
    }
  }

  record WriteCard() implements LocalStep<Postcard> {
    @Override
    public StepOutcome<Postcard> run(Postcard card, StepContext context) {
      return StepOutcome.done(
          card,
          new SignalCase(
              new CaseId(card.parent()),
              new Signal("dues", "card", io.onhook.shared.Actor.SYSTEM, "{}")));
    }
  }

  record Arrive() implements LocalStep<Journey> {
    @Override
    public StepOutcome<Journey> run(Journey state, StepContext context) {
      return StepOutcome.done(state.and("arrived"), new Stamp(state.name() + "/end", "arrived"));
    }
  }

  record Unpack() implements ClosingStep<Journey> {
    @Override
    public List<LocalWrite> close(Journey state, Ending ending, StepContext context) {
      return List.of(new Stamp(state.name() + "/closed", ending.toString()));
    }
  }

  static List<CaseProcess<?>> processes() {
    return List.of(JOURNEY, POSTCARD);
  }

  static List<Step<?>> steps(Partner partner) {
    return List.of(
        new Pack(),
        new Review(),
        new Bar(partner),
        new Unbar(partner),
        new SendPostcard(),
        new Leave(partner),
        new Arrive(),
        new Unpack(),
        new WriteCard());
  }
}
