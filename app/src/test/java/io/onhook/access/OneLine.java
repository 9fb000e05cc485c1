package io.onhook.access;

import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.line.Lines;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Iccid;
import io.onhook.shared.Imsi;
import io.onhook.shared.Msisdn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operator's inventory that knows one line. */
public final class OneLine implements Lines {
  private static final Optional<String> MAIL = Optional.of("zhang.wei@example.com");

  public Line line = active();
  public @Nullable Fault fault;

  public static Line active() {
    return line(Line.Status.ACTIVE, false, false, MAIL);
  }

  static Line dataOnly() {
    return line(Line.Status.ACTIVE, true, false, MAIL);
  }

  static Line stolen() {
    return line(Line.Status.ACTIVE, false, true, MAIL);
  }

  /** An account without any other contact. */
  static Line alone() {
    return line(Line.Status.ACTIVE, false, false, Optional.empty());
  }

  static Line with(Line.Status status) {
    return line(status, false, false, MAIL);
  }

  private static Line line(
      Line.Status status, boolean dataOnly, boolean stolen, Optional<String> mail) {
    return new Line(
        new LineId("L-0001"),
        Msisdn.of("+8619900000001"),
        new Imsi("460990000000001"),
        new Iccid("8986000000000000001"),
        Line.SimKind.SIM,
        status,
        "Smart",
        Line.PlanKind.PREPAID,
        dataOnly,
        true,
        false,
        false,
        false,
        null,
        LocalDate.of(2020, 1, 1),
        null,
        null,
        null,
        null,
        null,
        false,
        false,
        null,
        stolen,
        false,
        false,
        false,
        List.of(),
        List.of(),
        new Line.Holder(
            "P-1",
            "张伟",
            Line.Holder.Kind.PERSON,
            "resident-id",
            "11010519491231002X",
            false,
            mail,
            Optional.empty()));
  }

  @Override
  public Duration longest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Answer<Optional<Line>> byMsisdn(Msisdn msisdn) {
    return fault == null
        ? new Answer.Got<>(Optional.of(line).filter(known -> known.msisdn().equals(msisdn)))
        : new Answer.Failed<>(fault);
  }

  @Override
  public Answer<Optional<Line>> byId(LineId id) {
    return fault == null
        ? new Answer.Got<>(Optional.of(line).filter(known -> known.id().equals(id)))
        : new Answer.Failed<>(fault);
  }

  @Override
  public Answer<List<Line>> ofHolder(String partyId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Answer<Line> setStatus(LineId id, Line.Status status, String effectKey) {
    throw new UnsupportedOperationException();
  }
}
