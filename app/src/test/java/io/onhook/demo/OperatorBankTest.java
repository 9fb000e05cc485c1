package io.onhook.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.demo.history.OperatorBank;
import io.onhook.demo.history.Pace;
import io.onhook.testing.ScriptedHttp;
import io.onhook.testing.ScriptedHttp.Reply;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** The bank's pace, set and read at the sandbox operator, or at one that is not there. */
class OperatorBankTest {
  private static final String PATH = "/sandbox/refund-delay";

  private final ScriptedHttp operator = new ScriptedHttp();
  private final OperatorBank bank = new OperatorBank(operator.url());

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void readsHowLongItTakes() {
    operator.on("GET " + PATH, says(200, "{\"delay\":\"PT1008H\"}"));
    assertThat(bank.takes()).contains(Pace.LATE.takes());
  }

  @Test
  void tellsTheOperatorAndThenTheVisitor() {
    operator.on("POST " + PATH, says(200, "{\"delay\":\"PT1008H\"}"));
    var next = new RedirectAttributesModelMap();
    assertThat(new BankController(bank).pace(Pace.LATE, next)).isEqualTo("redirect:/demo#bank");
    assertThat(operator.requests())
        .extracting(ScriptedHttp.Request::body)
        .containsExactly("{\"delay\":\"PT1008H\"}");
    assertThat(next.getFlashAttributes().get("said")).isEqualTo("late");
  }

  @ParameterizedTest
  @MethodSource("answersThatSayNothing")
  void saysThatNothingWasChangedWhereTheOperatorSaysNothing(Reply reply) {
    operator.on("GET " + PATH, reply).on("POST " + PATH, reply);
    assertThat(bank.takes()).isEmpty();
    var next = new RedirectAttributesModelMap();
    new BankController(bank).pace(Pace.USUAL, next);
    assertThat(next.getFlashAttributes().get("said")).isEqualTo("silent");
  }

  static Stream<Reply> answersThatSayNothing() {
    return Stream.of(
        says(500, "{}"),
        says(200, "no JSON"),
        says(200, "{\"delay\":\"soon\"}"),
        says(200, "[]"),
        new Reply.HangsUp());
  }

  private static Reply says(int status, String body) {
    return new Reply.Says(status, body, Map.of());
  }
}
