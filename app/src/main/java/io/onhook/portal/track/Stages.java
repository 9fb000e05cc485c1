package io.onhook.portal.track;

import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.StepView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the two tracks of a case: stations passed, the present one, those ahead. Pure. */
final class Stages {
  private Stages() {}

  static List<Stage> line(CancellationView it) {
    var stages = new ArrayList<Stage>();
    stages.add(Stage.done("received", it.receivedAt()));
    Instant reviewed = at(it, "review");
    Instant due = at(it, "end-date");
    LineTrack track = it.lineTrack();
    switch (track) {
      case IN_REVIEW -> {
        stages.add(Stage.now("in-review", it.dates().decideBy()));
        ahead(stages, "scheduled", "being-ended", "ended");
      }
      case SCHEDULED -> {
        stages.add(Stage.done("in-review", reviewed));
        stages.add(Stage.now("scheduled", it.dates().endsAt()));
        ahead(stages, "being-ended", "ended");
      }
      case BEING_ENDED -> {
        stages.add(Stage.done("in-review", reviewed));
        stages.add(Stage.done("scheduled", due));
        stages.add(Stage.now("being-ended", null));
        ahead(stages, "ended");
      }
      case YOUR_TURN -> {
        var turn = new Stage("your-turn", Stage.State.TURN, null, it.nextAt().orElse(null));
        if (reviewed == null) {
          stages.add(turn);
          ahead(stages, "in-review", "scheduled", "being-ended", "ended");
        } else {
          stages.add(Stage.done("in-review", reviewed));
          stages.add(Stage.done("scheduled", due));
          stages.add(turn);
          ahead(stages, "ended");
        }
      }
      case ENDED -> {
        stages.add(Stage.done("in-review", reviewed));
        stages.add(Stage.done("scheduled", due));
        stages.add(Stage.done("being-ended", at(it, "bar-line")));
        stages.add(Stage.done("ended", it.endedAt().orElse(null)));
      }
      case RETRACTED -> stages.add(stopped("retracted", last(it)));
      case NOT_APPROVED -> stages.add(stopped("not-approved", last(it)));
    }
    return List.copyOf(stages);
  }

  static List<Stage> money(CancellationView it) {
    Instant billed = at(it, "final-bill");
    Instant until = it.refund().isPresent() ? it.dates().refundBy() : null;
    return switch (it.moneyTrack()) {
      case BEING_SETTLED ->
          it.refund().isPresent()
              ? List.of(
                  Stage.now("being-settled", until),
                  Stage.ahead("on-its-way"),
                  Stage.ahead("arrived"))
              : List.of(Stage.now("being-settled", null), Stage.ahead("nothing-open"));
      case TO_PAY ->
          List.of(
              Stage.done("being-settled", billed),
              new Stage("to-pay", Stage.State.TURN, null, null),
              Stage.ahead("nothing-open"));
      case ON_ITS_WAY ->
          List.of(
              Stage.done("being-settled", billed),
              Stage.now("on-its-way", until),
              Stage.ahead("arrived"));
      case ARRIVED ->
          List.of(
              Stage.done("being-settled", billed),
              Stage.done("on-its-way", at(it, "refund")),
              Stage.done("arrived", null));
      case NOTHING_OPEN -> List.of(Stage.done("nothing-open", null));
    };
  }

  /** Whether nothing moves by itself any more. */
  static boolean settled(CancellationView it) {
    boolean moneySettled =
        switch (it.moneyTrack()) {
          case ARRIVED, NOTHING_OPEN -> true;
          case TO_PAY, BEING_SETTLED, ON_ITS_WAY -> false;
        };
    return switch (it.lineTrack()) {
      case ENDED -> moneySettled && it.certificate().isPresent();
      case RETRACTED, NOT_APPROVED -> true;
      case IN_REVIEW, YOUR_TURN, SCHEDULED, BEING_ENDED -> false;
    };
  }

  /** Changes whenever the page would look different. */
  static String version(CancellationView it) {
    long done = it.steps().stream().filter(step -> step.at() != null).count();
    return it.lineTrack().key()
        + "."
        + it.moneyTrack().key()
        + "."
        + done
        + (it.certificate().isPresent() ? ".c" : "")
        + (it.retractable() ? ".r" : "");
  }

  private static void ahead(List<Stage> stages, String... keys) {
    for (String key : keys) {
      stages.add(Stage.ahead(key));
    }
  }

  private static Stage stopped(String key, @Nullable Instant at) {
    return new Stage(key, Stage.State.STOPPED, at, null);
  }

  private static @Nullable Instant at(CancellationView it, String name) {
    for (StepView step : it.steps()) {
      if (step.name().equals(name)) {
        return step.at();
      }
    }
    return null;
  }

  private static @Nullable Instant last(CancellationView it) {
    Instant last = null;
    for (StepView step : it.steps()) {
      Instant at = step.at();
      if (at != null && (last == null || at.isAfter(last))) {
        last = at;
      }
    }
    return last;
  }
}
