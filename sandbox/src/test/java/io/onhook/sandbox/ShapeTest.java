package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every resource has the shape that TM Forum gives it. */
class ShapeTest {
  private static final Map<String, String> SCHEMAS =
      Map.of(
          Client.PRODUCTS, "Product",
          Client.BILLS, "CustomerBill",
          Client.RATES, "AppliedCustomerBillingRate",
          Client.ON_DEMAND, "CustomerBillOnDemand",
          Client.REFUNDS, "Refund",
          Client.PAYMENTS, "Payment");

  @TempDir Path data;

  @Test
  void everyResourceHasTheShapeOfItsStandard() throws Exception {
    try (SandboxOperator sandbox = Sandboxes.here(data, "simulated")) {
      Client client = new Client(sandbox.ports());
      client.finalBill("A-0003", "k1");
      client.finalBill("A-0001", "k2");
      client.refund("A-0001", "36.50", "k3");
      client.write("PATCH", Client.PRODUCTS + "/L-0001", "k4", "{\"status\":\"terminated\"}");
      for (Map.Entry<String, String> kind : SCHEMAS.entrySet()) {
        Client.Answer list = client.get(kind.getKey());
        assertThat(list.json().size()).as(kind.getValue()).isPositive();
        assertThat(list.header("X-Total-Count")).isEqualTo("" + list.json().size());
        Schema schema = schema(kind.getValue());
        for (JsonNode resource : list.json()) {
          assertThat(schema.validate(resource)).as(resource.toString()).isEmpty();
          JsonNode alone = client.get(resource.path("href").asString("")).json();
          assertThat(alone).isEqualTo(resource);
        }
      }
    }
  }

  @Test
  void listsArePagedFilteredAndCutToFields() throws Exception {
    try (SandboxOperator sandbox = Sandboxes.here(data, "simulated")) {
      Client client = new Client(sandbox.ports());
      Client.Answer page = client.get(Client.PRODUCTS + "?offset=1&limit=2&fields=name");
      assertThat(page.status()).isEqualTo(206);
      assertThat(page.header("X-Result-Count")).isEqualTo("2");
      assertThat(page.json().path(0).propertyNames())
          .containsExactlyInAnyOrder("id", "href", "name");
      assertThat(page.json().path(0).path("id").asString("")).isEqualTo("L-0002");
      assertThat(client.get(Client.PRODUCTS + "?productSerialNumber=8619900000001").json())
          .hasSize(1);
      assertThat(client.get(Client.PRODUCTS + "?productSerialNumber=8613800138000").json())
          .isEmpty();
      String party = client.get(LINE_OF_SEVERAL).json().at("/relatedParty/0/id").asString("");
      assertThat(client.get(Client.PRODUCTS + "?relatedParty.id=" + party).json()).hasSize(3);
      assertThat(client.get(Client.PRODUCTS + "?limit=-1").status()).isEqualTo(400);
      JsonNode missing = client.get(Client.PRODUCTS + "/L-9999").json();
      assertThat(missing.propertyNames())
          .containsExactly("code", "reason", "message", "status", "referenceError");
      assertThat(missing.valueStream()).allMatch(JsonNode::isString);
    }
  }

  private static final String LINE_OF_SEVERAL = Client.PRODUCTS + "/L-0019";

  private static Schema schema(String name) throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            ShapeTest.class.getResourceAsStream("tmf/" + name + ".schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }
}
