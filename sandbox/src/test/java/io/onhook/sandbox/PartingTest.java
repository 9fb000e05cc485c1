package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Disputed bills (TMF621), and products that are parted from a line (TMF637). */
class PartingTest {
  private static final String TICKETS = "/tmf-api/troubleTicket/v4/troubleTicket";

  private static final String UPHELD =
      "{\"status\":\"resolved\",\"statusChangeReason\":\"upheld\"}";

  @TempDir Path data;

  @Test
  void anUpheldDisputeIsTakenOffTheBillAlsoOnceAnotherHasTakenItOver() throws Exception {
    try (SandboxOperator sandbox = Sandboxes.here(data, "simulated")) {
      Client client = new Client(sandbox.ports());
      JsonNode bill = client.get(Client.BILLS + "?billingAccount.id=A-0003").json().path(0);
      String billId = bill.path("id").asString("");
      JsonNode rate = client.get(Client.RATES + "?bill.id=" + billId).json().path(0);
      String body =
          """
          {"externalId":"k1","ticketType":"billDispute",
           "relatedEntity":[{"id":"%s","@referredType":"CustomerBill"},
                            {"id":"%s","@referredType":"AppliedCustomerBillingRate"}],
           "ticketCharacteristic":[{"name":"disputedAmount","value":{"unit":"CNY","value":88.00}}]}
          """
              .formatted(billId, rate.path("id").asString(""));
      JsonNode ticket = client.write("POST", TICKETS, "k1", body).json();
      assertThat(ticket.path("status").asString("")).isEqualTo("acknowledged");
      assertThat(client.get(TICKETS + "?externalId=k1").json()).hasSize(1);
      client.finalBill("A-0003", "k2");
      String path = TICKETS + "/" + ticket.path("id").asString("");
      assertThat(client.write("PATCH", path, "k3", UPHELD).status()).isEqualTo(200);
      JsonNode last =
          client.get(Client.BILLS + "?billingAccount.id=A-0003&category=final").json().path(0);
      assertThat(last.at("/remainingAmount/value").decimalValue())
          .isEqualByComparingTo(
              last.at("/amountDue/value").decimalValue().subtract(new BigDecimal("88")));
      String dropped = UPHELD.replace("upheld", "dropped");
      assertThat(client.write("PATCH", path, "k4", dropped).status()).isEqualTo(409);
      String other = body.replace(billId, "B-0001-1");
      assertThat(client.write("POST", TICKETS, "k5", other).status()).isEqualTo(400);
    }
  }

  @Test
  void aRateThatNoBillHasYetIsDisputedByItself() throws Exception {
    try (SandboxOperator sandbox = Sandboxes.here(data, "simulated")) {
      Client client = new Client(sandbox.ports());
      String unbilled = Client.RATES + "?billingAccount.id=A-0019&isBilled=false";
      String plan = ticketAbout(client, rate(client, unbilled, "plan"), "64.50", "k1");
      String usage = ticketAbout(client, rate(client, unbilled, "usage"), "18.37", "k2");
      assertThat(client.write("PATCH", usage, "k3", UPHELD).status()).isEqualTo(200);
      assertThat(client.get(unbilled).json())
          .extracting(rate -> rate.path("type").asString(""))
          .containsExactly("plan");

      client.finalBill("A-0019", "k4");
      assertThat(client.write("PATCH", plan, "k5", UPHELD).status()).isEqualTo(200);
      JsonNode last =
          client.get(Client.BILLS + "?billingAccount.id=A-0019&category=final").json().path(0);
      assertThat(last.at("/amountDue/value").decimalValue()).isEqualByComparingTo("64.50");
      assertThat(last.at("/remainingAmount/value").decimalValue()).isZero();
      assertThat(client.write("POST", TICKETS, "k6", about("R-none", "1.00", "k6")).status())
          .isEqualTo(400);
    }
  }

  private static String rate(Client client, String rates, String type) throws Exception {
    for (JsonNode rate : client.get(rates).json()) {
      if (rate.path("type").asString("").equals(type)) {
        return rate.path("id").asString("");
      }
    }
    throw new AssertionError("no rate is of the type " + type);
  }

  /** The address of a new ticket. */
  private static String ticketAbout(Client client, String rate, String amount, String key)
      throws Exception {
    JsonNode ticket = client.write("POST", TICKETS, key, about(rate, amount, key)).json();
    return TICKETS + "/" + ticket.path("id").asString("");
  }

  private static String about(String rate, String amount, String key) {
    return """
    {"externalId":"%s","ticketType":"billDispute",
     "relatedEntity":[{"id":"%s","@referredType":"AppliedCustomerBillingRate"}],
     "ticketCharacteristic":[{"name":"disputedAmount","value":{"unit":"CNY","value":%s}}]}
    """
        .formatted(key, rate, amount);
  }

  @Test
  void partsAProductOnBothSidesAndAddsNone() throws Exception {
    try (SandboxOperator sandbox = Sandboxes.here(data, "simulated")) {
      Client client = new Client(sandbox.ports());
      String main = Client.PRODUCTS + "/L-0007";
      String wrong =
          "{\"productRelationship\":[{\"relationshipType\":\"secondary\",\"product\":{\"id\":\"L-0001\"}}]}";
      assertThat(client.write("PATCH", main, "k1", wrong).status()).isEqualTo(409);
      assertThat(client.write("PATCH", main, "k2", "{\"productRelationship\":[]}").status())
          .isEqualTo(200);
      assertThat(client.get(main).json().path("productRelationship")).isEmpty();
      assertThat(client.get(Client.PRODUCTS + "/L-0008").json().path("productRelationship"))
          .isEmpty();
      String ended = "{\"status\":\"terminated\"}";
      String broadband = Client.PRODUCTS + "/X-0006-1";
      assertThat(client.write("PATCH", broadband, "k3", ended).json().path("status").asString(""))
          .isEqualTo("terminated");
    }
  }
}
