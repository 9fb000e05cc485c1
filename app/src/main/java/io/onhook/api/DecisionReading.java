package io.onhook.api;

import io.onhook.cancellation.ReviewDecision;
import io.onhook.cancellation.ReviewDecision.Reason;
import io.onhook.shared.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns a decision's body into what the domain takes. */
@Component
final class DecisionReading {
  private static final int LONGEST = 2_000;

  /** Empty if something is missing or can't be read, as {@code fields} then says. */
  Optional<ReviewDecision> read(DecisionRequest body, RequestFields fields) {
    Optional<Boolean> approved =
        fields.needed("decision", body.decision(), DecisionReading::approved);
    String note = text("note", body.note(), fields);
    String text = text("text", body.text(), fields);
    var reasons = new ArrayList<Reason>();
    var given = Objects.requireNonNullElse(body.reasons(), List.<String>of());
    for (int i = 0; i < given.size() && i < Reason.values().length; i++) {
      fields
          .needed("reasons[" + i + "]", given.get(i), DecisionReading::reason)
          .ifPresent(reasons::add);
    }
    if (fields.problem().isPresent()) {
      return Optional.empty();
    }
    return approved.map(
        yes ->
            yes
                ? new ReviewDecision.Approve(note)
                : new ReviewDecision.NotApprove(List.copyOf(reasons), text));
  }

  private static String text(
      String field, @org.jspecify.annotations.Nullable String value, RequestFields fields) {
    if (value != null && value.length() > LONGEST) {
      fields.wrong(field, "text.too-long", "Use at most 2000 characters.");
    }
    return Objects.requireNonNullElse(value, "");
  }

  private static boolean approved(String decision) {
    return switch (decision) {
      case "approve" -> true;
      case "not-approve" -> false;
      default -> throw new Malformed("decision.unknown", "Choose approve or not-approve.");
    };
  }

  private static Reason reason(String key) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new Malformed("decision.reason-unknown", "Choose one of the listed reasons."));
  }
}
