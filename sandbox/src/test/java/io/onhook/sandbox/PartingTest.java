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
      String upheld = "{\"status\":\"resolved\",\"statusChangeReason\":\"upheld\"}";
      assertThat(client.write("PATCH", path, "k3", upheld).status()).isEqualTo(200);
      JsonNode last =
          client.get(Client.BILLS + "?billingAccount.id=A-0003&category=final").json().path(0);
      assertThat(last.at("/remainingAmount/value").decimalValue())
          .isEqualByComparingTo(
              last.at("/amountDue/value").decimalValue().subtract(new BigDecimal("88")));
      String dropped = upheld.replace("upheld", "dropped");
      assertThat(client.write("PATCH", path, "k4", dropped).status()).isEqualTo(409);
      String other = body.replace(billId, "B-0001-1");
      assertThat(client.write("POST", TICKETS, "k5", other).status()).isEqualTo(400);
    }
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
