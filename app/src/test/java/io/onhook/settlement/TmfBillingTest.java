package io.onhook.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.onhook.bss.BssClient;
import io.onhook.bss.BusinessSystemsFixture;
import io.onhook.line.LineId;
import io.onhook.settlement.Billing.RefundOrder;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Money;
import io.onhook.testing.ScriptedHttp;
import io.onhook.testing.ScriptedHttp.Reply;
import io.onhook.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TmfBillingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LineId LINE = new LineId("L-0001");
  private static final String BILLS = "/tmf-api/customerBillManagement/v4/";
  private static final String PAYMENTS = "/tmf-api/payment/v4/payment";
  private static final String REFUNDS = "/tmf-api/payment/v4/refund";

  private final ScriptedHttp operator =
      new ScriptedHttp()
          .on(
              "GET /tmf-api/productInventory/v4/product/L-0001",
              """
              {"id":"L-0001","billingAccount":{"id":"A-1","@referredType":"BillingAccount"}}
              """);
  private final Billing billing = billing();

  private Billing billing() {
    var systems = BusinessSystemsFixture.settings(operator.url());
    return new TmfBilling(new BssClient(systems), systems, new SettableClock(NOW));
  }

  @AfterEach
  void close() {
    operator.close();
  }

  private static String bill(String id, String state, String remaining) {
    return """
    {"id":"%s","state":"%s","runType":"offCycle","category":"final",
     "billDate":"2026-11-22T09:00:00Z","billingAccount":{"id":"A-1"},
     "amountDue":{"unit":"CNY","value":1},"remainingAmount":{"unit":"CNY","value":%s}}
    """
        .formatted(id, state, remaining);
  }

  private static String rate(String bill, String type, String value) {
    return """
    {"id":"R","name":"月费 Plan","type":"%s","isBilled":%s,"billingAccount":{"id":"A-1"},
     %s"taxIncludedAmount":{"unit":"CNY","value":%s}}
    """
        .formatted(
            type,
            !bill.isEmpty(),
            bill.isEmpty() ? "" : "\"bill\":{\"id\":\"" + bill + "\"},",
            value);
  }

  private static String demand(String name, String state) {
    return "{\"id\":\"D-1\",\"name\":\"%s\",\"state\":\"%s\",\"customerBill\":{\"id\":\"B-9\"}}"
        .formatted(name, state);
  }

  private void theFinalBillIsThere() {
    operator
        .on("GET " + BILLS + "customerBill/B-9", bill("B-9", "new", "-36.5"))
        .on(
            "GET " + BILLS + "appliedCustomerBillingRate?bill.id=B-9",
            "[" + rate("B-9", "prepaid-balance", "-36.50") + "," + rate("B-8", "plan", "9") + "]");
  }

  private static final Bill FINAL =
      new Bill(
          "B-9",
          "new",
          List.of(new Bill.Charge("R", "prepaid-balance", "月费 Plan", Money.of("CNY", -3650))),
          Money.of("CNY", -3650),
          Instant.parse("2026-11-22T09:00:00Z"),
          true);

  @Test
  void readsOpenBillsAndWhatIsNotBilledYet() {
    operator
        .on(
            "GET " + BILLS + "customerBill?billingAccount.id=A-1",
            "["
                + bill("B-1", "settled", "0")
                + ","
                + bill("B-2", "sent", "58.00")
                + ","
                + bill("B-3", "onHold", "7")
                + "]")
        .on(
            "GET " + BILLS + "appliedCustomerBillingRate?bill.id=B-2",
            "[" + rate("B-2", "plan", "58") + "]")
        .on(
            "GET " + BILLS + "appliedCustomerBillingRate?billingAccount.id=A-1&isBilled=false",
            "[" + rate("", "usage", "1.2") + "," + rate("", "deposit", "-100") + "]");

    List<Bill> open = got(billing.openBills(LINE));

    assertThat(open).extracting(Bill::id).containsExactly("B-2", "unbilled");
    assertThat(open).extracting(Bill::due).containsExactly(money(5800), money(-9880));
    assertThat(open.getLast().billedAt()).isEqualTo(NOW);
  }

  @Test
  void reckonsNoAmountsOfTwoCurrenciesTogether() {
    String open = "GET " + BILLS + "customerBill?billingAccount.id=A-1";
    String dollars = bill("B-2", "sent", "58.00").replace("CNY", "USD");
    operator
        .on(open, "[" + dollars + "]")
        .on("GET " + BILLS + "appliedCustomerBillingRate?bill.id=B-2", "[]");
    assertThat(billing.openBills(LINE))
        .isEqualTo(
            new Answer.Failed<>(
                Fault.otherCurrency("bss", "bill B-2 is in USD, but onhook.bss.currency is CNY")));

    operator
        .on(open, "[]")
        .on(
            "GET " + BILLS + "appliedCustomerBillingRate?billingAccount.id=A-1&isBilled=false",
            "["
                + rate("", "deposit", "-100")
                + ","
                + rate("", "usage", "1").replace("CNY", "USD")
                + "]");
    assertThat(billing.openBills(LINE))
        .isInstanceOfSatisfying(
            Answer.Failed.class, it -> assertThat(it.fault().isOtherCurrency()).isTrue());
  }

  @Test
  void makesTheFinalBill() {
    theFinalBillIsThere();
    operator.on("POST " + BILLS + "customerBillOnDemand", 201, demand("k1", "done"));

    assertThat(billing.finalBill(LINE, "k1")).isEqualTo(new Answer.Got<>(FINAL));
    assertThat(operator.last("POST").header("Idempotency-Key")).isEqualTo("k1");
    assertThat(operator.last("POST").body())
        .contains("\"name\":\"k1\"", "\"billingAccount\":{", "\"id\":\"A-1\"");
  }

  @Test
  void aFinalBillThatIsBeingMadeIsAskedForLater() {
    operator
        .on("POST " + BILLS + "customerBillOnDemand", 201, demand("k1", "inProgress"))
        .on(
            "GET " + BILLS + "customerBillOnDemand?name=k1",
            "[" + demand("k1", "inProgress") + "]");

    assertThat(billing.finalBill(LINE, "k1")).isInstanceOf(Answer.Silent.class);
    assertThat(billing.findFinalBill(LINE, "k1")).isInstanceOf(Answer.Silent.class);
  }

  @Test
  void aRefusedFinalBillCertainlyWasNotMade() {
    operator
        .on("POST " + BILLS + "customerBillOnDemand", 201, demand("k1", "rejected"))
        .on("GET " + BILLS + "customerBillOnDemand?name=k1", "[" + demand("k1", "rejected") + "]");

    assertThat(billing.finalBill(LINE, "k1")).isInstanceOf(Answer.Failed.class);
    assertThat(billing.findFinalBill(LINE, "k1")).isEqualTo(new Answer.Got<>(Optional.empty()));
  }

  @Test
  void aFinalBillThatWasMadeButCannotBeReadIsOpen() {
    operator
        .on("POST " + BILLS + "customerBillOnDemand", 201, demand("k1", "done"))
        .on("GET " + BILLS + "customerBill/B-9", 503, "");

    assertThat(billing.finalBill(LINE, "k1")).isInstanceOf(Answer.Silent.class);
  }

  @Test
  void nothingWasSentIfTheAccountIsNotKnown() {
    assertThat(billing.finalBill(new LineId("L-9"), "k1"))
        .isEqualTo(new Answer.Failed<>(Fault.rejected("bss", "there is no product L-9")));
  }

  @Test
  void findsTheFinalBillByItsKeyOnly() {
    theFinalBillIsThere();
    operator.on(
        "GET " + BILLS + "customerBillOnDemand?name=k1",
        "[" + demand("k0", "done") + "," + demand("k1", "done") + "]");
    assertThat(billing.findFinalBill(LINE, "k1")).isEqualTo(new Answer.Got<>(Optional.of(FINAL)));

    operator.on("GET " + BILLS + "customerBillOnDemand?name=k2", "[]");
    assertThat(billing.findFinalBill(LINE, "k2")).isEqualTo(new Answer.Got<>(Optional.empty()));
  }

  @Test
  void findsABillByItsId() {
    theFinalBillIsThere();
    assertThat(billing.bill(LINE, FINAL.id())).isEqualTo(new Answer.Got<>(Optional.of(FINAL)));
    assertThat(billing.bill(LINE, "B-none")).isEqualTo(new Answer.Got<>(Optional.empty()));
  }

  @Test
  void twoBillsOfOneKeyAreAFault() {
    operator.on(
        "GET " + BILLS + "customerBillOnDemand?name=k1",
        "[" + demand("k1", "done") + "," + demand("k1", "done") + "]");

    assertThat(billing.findFinalBill(LINE, "k1"))
        .isEqualTo(
            new Answer.Failed<>(Fault.protocol("bss", "2 bills on demand have the same key")));
  }

  @Test
  void takesAFinalBillBack() {
    operator
        .on("PATCH " + BILLS + "customerBill/B-9", bill("B-9", "onHold", "0"))
        .on("GET " + BILLS + "appliedCustomerBillingRate?bill.id=B-9", "[]");

    assertThat(got(billing.cancelBill("B-9", "k2")).state()).isEqualTo("onHold");
    assertThat(operator.last("PATCH").body()).isEqualTo("{\"state\":\"onHold\"}");
  }

  @Test
  void aBillThatStaysOpenWasNotTakenBackForCertain() {
    operator.on("PATCH " + BILLS + "customerBill/B-9", bill("B-9", "sent", "5"));

    assertThat(billing.cancelBill("B-9", "k2")).isInstanceOf(Answer.Silent.class);
  }

  private static String refund(String key, String status, String value) {
    return """
    {"id":"F-1","status":"%s","correlatorId":"%s","totalAmount":{"unit":"CNY","value":%s}}
    """
        .formatted(status, key, value);
  }

  @Test
  void ordersARefundAndFollowsIt() {
    operator.on("POST " + REFUNDS, 201, refund("k3", "pendingAuthorization", "36.5"));

    assertThat(billing.refund(LINE, money(3650), "tok-1", "k3"))
        .isEqualTo(new Answer.Got<>(new RefundOrder("F-1", "pendingAuthorization", money(3650))));
    assertThat(operator.last("POST").body())
        .contains("\"correlatorId\":\"k3\"", "\"value\":36.50", "\"unit\":\"CNY\"", "tok-1");

    operator.on("GET " + REFUNDS + "?correlatorId=k3", "[" + refund("k3", "done", "36.5") + "]");
    assertThat(got(billing.findRefund("k3")).map(RefundOrder::arrived)).contains(true);

    operator.on("GET " + REFUNDS + "?correlatorId=k4", "[" + refund("k3", "done", "36.5") + "]");
    assertThat(billing.findRefund("k4")).isEqualTo(new Answer.Got<>(Optional.empty()));
  }

  @Test
  void aRefundOfAnotherAmountIsOpen() {
    operator.on("POST " + REFUNDS, 201, refund("k3", "done", "36.51"));

    assertThat(billing.refund(LINE, money(3650), "tok-1", "k3")).isInstanceOf(Answer.Silent.class);
  }

  @Test
  void aRefundWithoutAnAnswerIsOpen() {
    operator.on("POST " + REFUNDS, new Reply.HangsUp());

    assertThat(billing.refund(LINE, money(3650), "tok-1", "k3")).isInstanceOf(Answer.Silent.class);
    assertThat(operator.requests().stream().filter(request -> request.method().equals("POST")))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void nothingAndLessIsNeverRefunded(long minor) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> billing.refund(LINE, money(minor), "tok-1", "k3"));
    assertThat(operator.requests()).isEmpty();
  }

  private static String payment(String key, String value) {
    return """
    {"id":"P-1","status":"done","correlatorId":"%s","totalAmount":{"unit":"CNY","value":%s}}
    """
        .formatted(key, value);
  }

  @Test
  void tellsOfAPaymentAtACounterAndFindsItAgain() {
    operator.on("POST " + PAYMENTS, 201, payment("k5", "88"));

    assertThat(billing.pay(LINE, money(8800), "cash", "k5"))
        .isEqualTo(new Answer.Got<>(new Billing.PaymentTaken("P-1", "done", money(8800))));
    assertThat(operator.last("POST").body())
        .contains("\"correlatorId\":\"k5\"", "\"value\":88.00", "\"unit\":\"CNY\"", "cash");

    operator.on("GET " + PAYMENTS + "?correlatorId=k5", "[" + payment("k5", "88") + "]");
    assertThat(got(billing.findPayment("k5"))).isPresent();
    operator.on("GET " + PAYMENTS + "?correlatorId=k6", "[" + payment("k5", "88") + "]");
    assertThat(got(billing.findPayment("k6"))).isEmpty();
  }

  @Test
  void aPaymentOfAnotherAmountOrWithoutAnAnswerIsOpen() {
    operator.on("POST " + PAYMENTS, 201, payment("k5", "88.01"));
    assertThat(billing.pay(LINE, money(8800), "card", "k5")).isInstanceOf(Answer.Silent.class);
    operator.on("POST " + PAYMENTS, new Reply.HangsUp());
    assertThat(billing.pay(LINE, money(8800), "card", "k5")).isInstanceOf(Answer.Silent.class);
  }

  private static Money money(long minor) {
    return Money.of("CNY", minor);
  }

  private static <T> T got(Answer<T> answer) {
    if (answer instanceof Answer.Got<T>(T value)) {
      return value;
    }
    throw new AssertionError(answer.toString());
  }
}
