package io.onhook.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.bss.BssClient;
import io.onhook.bss.BusinessSystemsFixture;
import io.onhook.settlement.BillDisputes.Ticket;
import io.onhook.shared.Answer;
import io.onhook.shared.Money;
import io.onhook.testing.ScriptedHttp;
import io.onhook.testing.ScriptedHttp.Reply;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TmfBillDisputesTest {
  private static final String TICKETS = "/tmf-api/troubleTicket/v4/troubleTicket";

  private final ScriptedHttp operator = new ScriptedHttp();
  private final BillDisputes disputes = disputes();

  private BillDisputes disputes() {
    var systems = BusinessSystemsFixture.settings(operator.url());
    return new TmfBillDisputes(new BssClient(systems), systems);
  }

  @AfterEach
  void close() {
    operator.close();
  }

  private static String ticket(String id, String key, String status) {
    return "{\"id\":\"%s\",\"externalId\":\"%s\",\"status\":\"%s\"}".formatted(id, key, status);
  }

  private Answer<Ticket> open() {
    return disputes.open("B-1", "R-1", Money.of("CNY", 6400), "k1");
  }

  @Test
  void opensATicketAboutTheChargeUnderTheEffectKey() {
    operator.on("POST " + TICKETS, 201, ticket("T-1", "k1", "acknowledged"));
    assertThat(open()).isEqualTo(new Answer.Got<>(new Ticket("T-1", "acknowledged")));
    var sent = operator.requests().getLast();
    assertThat(sent.header("Idempotency-Key")).isEqualTo("k1");
    assertThat(sent.body())
        .contains("\"externalId\":\"k1\"")
        .contains("\"id\":\"B-1\"")
        .contains("\"id\":\"R-1\"")
        .contains("\"value\":64");
  }

  @Test
  void aChargeThatIsNotBilledYetIsDisputedByItself() {
    operator.on("POST " + TICKETS, 201, ticket("T-1", "k1", "acknowledged"));
    disputes.open(Bill.UNBILLED, "R-1", Money.of("CNY", 6400), "k1");
    assertThat(operator.requests().getLast().body())
        .contains("AppliedCustomerBillingRate")
        .doesNotContain("CustomerBill\"")
        .doesNotContain(Bill.UNBILLED);
  }

  @Test
  void doesNotTakeAnotherTicketForIts() {
    operator.on("POST " + TICKETS, 201, ticket("T-1", "another", "acknowledged"));
    assertThat(open()).isInstanceOf(Answer.Silent.class);
  }

  @Test
  void doesNotKnowWhetherItWasOpenedWhereNobodyAnswers() {
    operator.on("POST " + TICKETS, new Reply.HangsUp());
    assertThat(open()).isInstanceOf(Answer.Silent.class);
  }

  @Test
  void findsItsOwnByTheKeyAlone() {
    operator.on(
        "GET " + TICKETS + "?externalId=k1",
        "[" + ticket("T-0", "k0", "resolved") + "," + ticket("T-1", "k1", "resolved") + "]");
    assertThat(disputes.find("k1"))
        .isEqualTo(new Answer.Got<>(Optional.of(new Ticket("T-1", "resolved"))));
    operator.on("GET " + TICKETS + "?externalId=k2", "[]");
    assertThat(disputes.find("k2")).isEqualTo(new Answer.Got<>(Optional.empty()));
  }

  @Test
  void twoOfTheSameKeyAreNoAnswer() {
    String twice = ticket("T-1", "k1", "pending") + "," + ticket("T-2", "k1", "pending");
    operator.on("GET " + TICKETS + "?externalId=k1", "[" + twice + "]");
    assertThat(disputes.find("k1")).isNotInstanceOf(Answer.Got.class);
  }

  @Test
  void closesItWithTheDecision() {
    operator.on("PATCH " + TICKETS + "/T-1", ticket("T-1", "k1", "resolved"));
    assertThat(disputes.close("T-1", true, "k2"))
        .isEqualTo(new Answer.Got<>(new Ticket("T-1", "resolved")));
    assertThat(operator.requests().getLast().body()).contains("upheld");
    operator.on("PATCH " + TICKETS + "/T-1", ticket("T-1", "k1", "pending"));
    assertThat(disputes.close("T-1", false, "k3")).isInstanceOf(Answer.Silent.class);
    assertThat(operator.requests().getLast().body()).contains("dropped");
  }

  @Test
  void aTicketThatIsGoneIsNoFault() {
    operator.on(
        "GET " + TICKETS + "/T-9", 404, "{\"code\":\"404\",\"reason\":\"No such resource\"}");
    assertThat(disputes.byId("T-9")).isEqualTo(new Answer.Got<>(Optional.empty()));
  }
}
