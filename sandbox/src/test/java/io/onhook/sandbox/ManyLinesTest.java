package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Lines made on demand, and misbehaviour that meets one of them only. */
class ManyLinesTest {
  private static final String INFO = "subscriber.by-imsi-%s.info";

  @TempDir Path folder;
  private SandboxOperator sandbox;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandboxes.here(folder, "simulated");
    client = new Client(sandbox.ports());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void makesLinesLikeOneOfTheCatalogue() throws Exception {
    JsonNode made = make("plain-unlimited", 600_001, 3);

    assertThat(made.size()).isEqualTo(3);
    JsonNode second = made.path(1);
    JsonNode product = client.get(Client.PRODUCTS + "/" + second.path("id").asString()).json();
    assertThat(product.path("status").asString()).isEqualTo("active");
    assertThat(product.path("productSerialNumber").asString())
        .isEqualTo(second.path("msisdn").asString())
        .isEqualTo("8619900600002");
    JsonNode party =
        client
            .get("/tmf-api/party/v4/individual/" + second.path("party").asString())
            .json()
            .path("individualIdentification")
            .path(0);
    assertThat(party.path("identificationId").asString())
        .isEqualTo(second.path("document").asString());
    assertThat(client.ctrl("GET 1 " + INFO.formatted(second.path("imsi").asString())).getFirst())
        .contains("msisdn\t8619900600002");
    JsonNode rates =
        client.get(Client.RATES + "?billingAccount.id=" + second.path("account").asString()).json();
    assertThat(rates.size()).isEqualTo(1);
  }

  @Test
  void mayBeRepeatedAndRefusesWhatItDoesNotKnow() throws Exception {
    assertThat(make("plain-unlimited", 600_001, 2)).isEqualTo(make("plain-unlimited", 600_001, 2));
    for (String wrong :
        List.of(
            "{\"situation\":\"secondary\",\"first\":600001,\"count\":1}",
            "{\"situation\":\"plain-unlimited\",\"first\":1,\"count\":1}",
            "{\"situation\":\"nothing\",\"first\":600001,\"count\":1}")) {
      assertThat(client.post("/sandbox/lines", "", wrong).status()).isEqualTo(400);
    }
  }

  @Test
  void misbehavesTowardsOneLineOnly() throws Exception {
    make("plain-unlimited", 600_001, 2);
    client.control(
        "misbehave",
        "{\"operation\":\"rate.get\",\"mode\":\"reject\",\"times\":1,\"about\":\"L-600002\"}");

    assertThat(client.get(Client.RATES + "?billingAccount.id=A-600001").status()).isEqualTo(200);
    assertThat(client.get(Client.RATES + "?billingAccount.id=A-600002").status()).isEqualTo(503);
    assertThat(client.get(Client.RATES + "?billingAccount.id=A-600002").status()).isEqualTo(200);
  }

  @Test
  void findsTheLineBehindANumberAndASim() throws Exception {
    make("plain-unlimited", 600_001, 2);
    client.control(
        "misbehave",
        "{\"operation\":\"hlr.get\",\"mode\":\"stale-not-found\",\"times\":2,\"about\":\"L-600002\"}");

    assertThat(client.ctrl("GET 1 " + INFO.formatted("460990000600001")).getFirst())
        .contains("imsi\t");
    assertThat(client.ctrl("GET 1 " + INFO.formatted("460990000600002")).getFirst())
        .contains("No such subscriber.");
    assertThat(client.ctrl("GET 1 subscriber.by-msisdn-8619900600002.info").getFirst())
        .contains("No such subscriber.");
    assertThat(client.ctrl("GET 1 " + INFO.formatted("460990000600002")).getFirst())
        .contains("imsi\t");
  }

  @Test
  void isOpaqueForOneEffectKeyOnly() throws Exception {
    make("plain-unlimited", 600_001, 1);
    client.control(
        "misbehave",
        "{\"operation\":\"refund.create\",\"variant\":\"opaque\",\"about\":\"L-600001\"}");
    String body =
        "{\"account\":{\"id\":\"%s\"},\"paymentMethod\":{\"id\":\"t\"},\"totalAmount\":{\"unit\":\"CNY\",\"value\":1.00}}";

    String first = client.post(Client.REFUNDS, "k", body.formatted("A-600001")).text();
    assertThat(client.post(Client.REFUNDS, "k", body.formatted("A-600001")).text())
        .isNotEqualTo(first);
    String other = client.post(Client.REFUNDS, "l", body.formatted("A-0001")).text();
    assertThat(client.post(Client.REFUNDS, "l", body.formatted("A-0001")).text()).isEqualTo(other);
  }

  @Test
  void meetsWhoAsksByAnEffectKeyAlone() throws Exception {
    make("plain-unlimited", 600_001, 2);
    for (int line = 600_001; line <= 600_002; line++) {
      client.refund("A-" + line, "1.00", "k-" + line);
    }
    client.control(
        "misbehave",
        "{\"operation\":\"refund.get\",\"mode\":\"stale-not-found\",\"about\":\"L-600002\"}");

    assertThat(client.get(Client.REFUNDS + "?correlatorId=k-600001").json()).hasSize(1);
    assertThat(client.get(Client.REFUNDS + "?correlatorId=k-600002").json()).isEmpty();
    assertThat(client.get(Client.REFUNDS + "?correlatorId=k-600002").json()).hasSize(1);
    client.control(
        "misbehave",
        "{\"operation\":\"refund.create\",\"variant\":\"opaque\",\"about\":\"L-600002\"}");
    assertThat(client.get(Client.REFUNDS + "?correlatorId=k-600001").status()).isEqualTo(200);
    assertThat(client.get(Client.REFUNDS + "?correlatorId=k-600002").status()).isEqualTo(501);
  }

  @Test
  void meetsItAlsoWhereTheRequestWasLost() throws Exception {
    make("plain-unlimited", 600_001, 1);
    String about = "\"about\":\"L-600001\"}";
    client.control(
        "misbehave", "{\"operation\":\"refund.create\",\"mode\":\"lose-request\"," + about);
    client.control("misbehave", "{\"operation\":\"refund.get\",\"mode\":\"reject\"," + about);

    assertThatThrownBy(() -> client.refund("A-600001", "1.00", "k"))
        .isInstanceOf(IOException.class);
    assertThat(client.get(Client.REFUNDS + "?correlatorId=k").status()).isEqualTo(503);
  }

  @Test
  void keepsThemOverARestart() throws Exception {
    make("plain-unlimited", 600_001, 2);
    sandbox.close();
    start();
    assertThat(client.get(Client.PRODUCTS + "/L-600002").status()).isEqualTo(200);
    assertThat(client.get(Client.PRODUCTS + "?productSerialNumber=8619900600002").json().size())
        .isEqualTo(1);
  }

  private JsonNode make(String situation, int first, int count) throws Exception {
    return client
        .post(
            "/sandbox/lines",
            "",
            "{\"situation\":\"%s\",\"first\":%d,\"count\":%d}".formatted(situation, first, count))
        .json();
  }
}
