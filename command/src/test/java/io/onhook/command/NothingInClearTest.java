package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.stand.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * After all walks: what they typed, sent and were sent stands nowhere in clear. The operator knows
 * every code. The register of numbers knows those of which a case was approved.
 */
@ExtendWith(WalkStand.Shared.class)
@Order(Integer.MAX_VALUE)
class NothingInClearTest {
  /** Nobody approved anything about these. */
  private static final Set<String> ONLY_LOOKED_AT =
      Set.of("L-0003", "L-0004", "L-0023", "L-0085", "L-0015");

  private final WalkStand stand = WalkStand.get();

  @Test
  void keepsNothingInClear() {
    var clear = new InTheClear(stand.place());
    assertThat(stand.subjects()).hasSizeGreaterThan(5);
    for (Subject subject : stand.subjects()) {
      clear.with("the document of " + subject.line(), subject.document());
      clear.with("the mail address of " + subject.line(), subject.email());
      if (ONLY_LOOKED_AT.contains(subject.line())) {
        clear.with("the number of " + subject.line(), subject.msisdn().substring(2));
      }
    }
    List.of("zh-contact@example.com", "en-contact@example.com", "no-js@example.com")
        .forEach(contact -> clear.with(contact, contact));
    clear
        .with("the card's number", "4111111111111111")
        .with("the card as typed", "4111 1111 1111 1111");
    int codes = 0;
    for (JsonNode message : stand.operator().get("/sandbox/inbox").json()) {
      var code = Letterbox.CODE.matcher(message.path("text").asString());
      if (code.find()) {
        clear.withCode(code.group());
        codes++;
      }
    }
    assertThat(codes).isPositive();
    assertThat(clear.everywhere()).isEmpty();
  }
}
