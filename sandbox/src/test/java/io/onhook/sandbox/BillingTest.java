package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.sandbox.json.Json;
import io.onhook.sandbox.tmf.Payments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Bills, payments and refunds, and the ends of lines. */
class BillingTest {
  /** In the order of lines.yaml. */
  private static final String PLAIN = "A-0001";

  private static final String ARREARS = "A-0003";
  private static final String IN_FLIGHT = "A-0010";
  private static final String TWO_BILLS = "A-0035";

  @TempDir static Path data;

  private static SandboxOperator sandbox;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandboxes.here(data, "simulated");
    client = new Client(sandbox.ports());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() throws Exception {
    client.control("reset", "");
  }

  @Test
  void theFinalBillTakesAllBalancesIn() throws Exception {
    JsonNode demand = client.finalBill(PLAIN, "k1").json();
    assertThat(demand.path("state").asString("")).isEqualTo("done");
    JsonNode bill = client.get(demand.path("customerBill").path("href").asString("")).json();
    assertThat(bill.path("category").asString("")).isEqualTo("final");
    assertThat(Json.minor(bill.path("amountDue"))).isEqualTo(-3650);
    assertThat(client.get(Client.RATES + "?billingAccount.id=A-0001&isBilled=false").json())
        .isEmpty();
    assertThat(client.get(Client.RATES + "?bill.id=" + bill.path("id").asString("")).json())
        .extracting(rate -> rate.path("type").asString(""))
        .containsExactly("prepaid-balance");
    assertThat(client.get(Client.ON_DEMAND + "?name=k1").json()).containsExactly(demand);
  }

  @Test
  void theFinalBillTakesOpenBillsOverAndGivesThemBack() throws Exception {
    JsonNode before = openBills(TWO_BILLS);
    assertThat(before).hasSize(2);
    String id = client.finalBill(TWO_BILLS, "k1").json().at("/customerBill/id").asString("");
    JsonNode bill = client.get(Client.BILLS + "/" + id).json();
    assertThat(Json.minor(bill.path("amountDue"))).isEqualTo(2 * 6400);
    assertThat(openBills(TWO_BILLS)).containsExactly(bill);
    Client.Answer withdrawn =
        client.write("PATCH", Client.BILLS + "/" + id, "k2", "{\"state\":\"withdrawn\"}");
    assertThat(withdrawn.json().path("state").asString("")).isEqualTo("onHold");
    assertThat(amounts(openBills(TWO_BILLS))).isEqualTo(amounts(before));
    assertThat(client.finalBill(TWO_BILLS, "k3").json().at("/customerBill/id").asString(""))
        .isNotEqualTo(id);
  }

  @Test
  void withdrawingIsRefusedOnceMoneyHasMoved() throws Exception {
    String id = client.finalBill(PLAIN, "k1").json().at("/customerBill/id").asString("");
    client.refund(PLAIN, "36.50", "k2");
    assertThat(
            client
                .write("PATCH", Client.BILLS + "/" + id, "k3", "{\"state\":\"withdrawn\"}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void lateUsageComesOnASupplementaryBill() throws Exception {
    client.finalBill(PLAIN, "k1");
    client.control("usage", "{\"billingAccount\":\"A-0001\",\"amount\":3.20}");
    String id = client.finalBill(PLAIN, "k2").json().at("/customerBill/id").asString("");
    JsonNode bill = client.get(Client.BILLS + "/" + id).json();
    assertThat(bill.path("category").asString("")).isEqualTo("supplementary");
    assertThat(Json.minor(bill.path("amountDue"))).isEqualTo(320);
  }

  @Test
  void aRefundArrivesAfterItsDelayByTheSandboxClock() throws Exception {
    String bill = client.finalBill(PLAIN, "k1").json().at("/customerBill/id").asString("");
    client.control("refund-delay", "{\"delay\":\"PT6H\"}");
    String path = client.refund(PLAIN, "36.50", "k2").header("Location");
    assertThat(client.get(path).json().path("status").asString(""))
        .isEqualTo("pendingAuthorization");
    assertThat(client.get(Client.BILLS + "/" + bill).json().path("state").asString(""))
        .isEqualTo("settled");
    client.control("clock", "{\"advance\":\"PT7H\"}");
    assertThat(client.get(path).json().path("status").asString("")).isEqualTo("done");
  }

  @Test
  void aRefundToAClosedAccountComesBack() throws Exception {
    client.finalBill(PLAIN, "k1");
    client.post(Client.REFUNDS, "k2", Client.money(PLAIN, "36.50", "k2", "closed-account"));
    client.control("clock", "{\"advance\":\"P2D\"}");
    assertThat(client.get(Client.REFUNDS + "?correlatorId=k2").json().at("/0/status").asString(""))
        .isEqualTo("declined");
    assertThat(client.get(Client.RATES + "?billingAccount.id=A-0001&isBilled=false").json())
        .extracting(rate -> Json.minor(rate.path("taxIncludedAmount")))
        .containsExactly(-3650L);
  }

  @Test
  void aRefundToTheCardOfAClosedAccountComesBackAndToAnotherCardArrives() throws Exception {
    client.finalBill(PLAIN, "k1");
    client.post(Client.REFUNDS, "k2", Client.money(PLAIN, "6.50", "k2", Payments.CLOSED_CARD));
    client.post(Client.REFUNDS, "k3", Client.money(PLAIN, "30.00", "k3", "4111111111111111"));
    client.control("clock", "{\"advance\":\"P2D\"}");
    assertThat(client.get(Client.REFUNDS + "?correlatorId=k2").json().at("/0/status").asString(""))
        .isEqualTo("declined");
    assertThat(client.get(Client.REFUNDS + "?correlatorId=k3").json().at("/0/status").asString(""))
        .isEqualTo("done");
  }

  @Test
  void tellsHowLongRefundsAreUnderWay() throws Exception {
    assertThat(client.get("/sandbox/refund-delay").json().path("delay").asString(""))
        .isEqualTo("PT24H");
    client.control("refund-delay", "{\"delay\":\"P42D\"}");
    assertThat(client.get("/sandbox/refund-delay").json().path("delay").asString(""))
        .isEqualTo("PT1008H");
  }

  @Test
  void aPaymentClearsArrearsAndATopUpArrivesLater() throws Exception {
    client.post(Client.PAYMENTS, "k1", Client.money(ARREARS, "88.00", "k1", "card"));
    assertThat(openBills(ARREARS)).isEmpty();
    assertThat(inFlight()).isTrue();
    client.control("clock", "{\"advance\":\"P3D\"}");
    client.get(Client.PAYMENTS);
    assertThat(inFlight()).isFalse();
    assertThat(client.get(Client.RATES + "?billingAccount.id=" + IN_FLIGHT).json())
        .extracting(rate -> Json.minor(rate.path("taxIncludedAmount")))
        .containsExactly(-500L, -5000L);
  }

  @Test
  void refusesWhatCanNotBe() throws Exception {
    for (String amount : List.of("0", "-1", "1.001", "\"x\"")) {
      assertThat(client.refund(PLAIN, amount, "k" + amount.length()).status()).isEqualTo(400);
    }
    assertThat(client.refund("A-9999", "1", "k").status()).isEqualTo(400);
    assertThat(client.finalBill("A-9999", "k").status()).isEqualTo(400);
    assertThat(client.post(Client.REFUNDS, "k", "{").status()).isEqualTo(400);
    assertThat(client.post(Client.REFUNDS, "", "{}").json().path("code").asString(""))
        .isEqualTo("idempotencyKeyMissing");
    assertThat(client.get("/nowhere").status()).isEqualTo(404);
    assertThat(client.write("DELETE", Client.PRODUCTS, "k", "").status()).isEqualTo(405);
    assertThat(client.journal("refund.create"))
        .allMatch(entry -> entry.path("changed").asInt() == 0);
  }

  @Test
  void aLineGoesThroughItsStatusesAndNeverComesBack() throws Exception {
    String path = Client.PRODUCTS + "/L-0001";
    assertThat(patch(path, "k1", "pendingTerminate").status()).isEqualTo(200);
    assertThat(patch(path, "k2", "active").status()).isEqualTo(200);
    JsonNode ended = patch(path, "k3", "terminated").json();
    assertThat(ended.path("terminationDate").asString("")).isNotEmpty();
    assertThat(patch(path, "k4", "active").status()).isEqualTo(409);
    assertThat(patch(path, "k3", "terminated").json()).isEqualTo(ended);
    assertThat(client.journal("product.patch"))
        .extracting(entry -> entry.path("replayed").asBoolean())
        .containsExactly(false, false, false, false, true);
    assertThat(client.write("PATCH", path, "k5", "{\"name\":\"x\"}").status()).isEqualTo(400);
  }

  private static Client.Answer patch(String path, String key, String status) throws Exception {
    return client.write("PATCH", path, key, "{\"status\":\"%s\"}".formatted(status));
  }

  private static JsonNode openBills(String account) throws Exception {
    return client
        .get(Client.BILLS + "?state=new,sent,partiallyPaid&billingAccount.id=" + account)
        .json();
  }

  private static List<String> amounts(JsonNode bills) {
    return bills
        .valueStream()
        .map(b -> b.path("id").asString("") + b.path("state") + b.path("remainingAmount"))
        .toList();
  }

  private static boolean inFlight() throws Exception {
    for (JsonNode characteristic :
        client.get(Client.PRODUCTS + "/L-0010").json().path("productCharacteristic")) {
      if (characteristic.path("name").asString("").equals("paymentInFlight")) {
        return characteristic.path("value").asBoolean();
      }
    }
    throw new IllegalStateException("L-0010 has no paymentInFlight");
  }
}
