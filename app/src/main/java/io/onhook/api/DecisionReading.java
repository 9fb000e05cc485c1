package io.onhook.api;

import io.onhook.cancellation.Need;
import io.onhook.cancellation.ReviewDecision;
import io.onhook.cancellation.ReviewDecision.Reason;
import io.onhook.shared.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a decision's body into what the domain takes. */
@Component
final class DecisionReading {
  private static final int LONGEST = 2_000;

  private enum Kind {
    APPROVE,
    NOT_APPROVE,
    ASK_FOR_MORE
  }

  /** Empty if something is missing or can't be read, as {@code fields} then says. */
  Optional<ReviewDecision> read(DecisionRequest body, RequestFields fields) {
    Optional<Kind> kind = fields.needed("decision", body.decision(), DecisionReading::kind);
    String note = text("note", body.note(), fields);
    String text = text("text", body.text(), fields);
    List<Reason> reasons =
        keys("reasons", body.reasons(), Reason.values().length, DecisionReading::reason, fields);
    List<Need> needs =
        keys("needs", body.needs(), Need.values().length, DecisionReading::need, fields);
    if (fields.problem().isPresent()) {
      return Optional.empty();
    }
    return kind.map(
        known ->
            switch (known) {
              case APPROVE -> new ReviewDecision.Approve(note);
              case NOT_APPROVE -> new ReviewDecision.NotApprove(reasons, text);
              case ASK_FOR_MORE -> new ReviewDecision.AskForMore(needs, text);
            });
  }

  private static <T> List<T> keys(
      String field,
      @Nullable List<@Nullable String> given,
      int most,
      Function<String, T> reader,
      RequestFields fields) {
    var read = new ArrayList<T>();
    var keys = Objects.requireNonNullElse(given, List.<@Nullable String>of());
    for (int i = 0; i < keys.size() && i < most; i++) {
      fields.needed(field + "[" + i + "]", keys.get(i), reader).ifPresent(read::add);
    }
    return List.copyOf(read);
  }

  private static String text(String field, @Nullable String value, RequestFields fields) {
    if (value != null && value.length() > LONGEST) {
      fields.wrong(field, "text.too-long", "Use at most 2000 characters.");
    }
    return Objects.requireNonNullElse(value, "");
  }

  private static Kind kind(String decision) {
    return switch (decision) {
      case "approve" -> Kind.APPROVE;
      case "not-approve" -> Kind.NOT_APPROVE;
      case "ask-for-more" -> Kind.ASK_FOR_MORE;
      default ->
          throw new Malformed("decision.unknown", "Choose approve, not-approve or ask-for-more.");
    };
  }

  private static Need need(String key) {
    return Need.of(key)
        .orElseThrow(
            () -> new Malformed("decision.need-unknown", "Choose one of the listed needs."));
  }

  private static Reason reason(String key) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new Malformed("decision.reason-unknown", "Choose one of the listed reasons."));
  }
}
