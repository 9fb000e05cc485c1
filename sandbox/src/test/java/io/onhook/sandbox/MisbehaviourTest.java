package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to go wrong over HTTP, where the operation can be asked and where it can't. */
class MisbehaviourTest {
  private static final String LINE = Client.PRODUCTS + "/L-0001";

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
  void doesItAndLosesTheAnswer() throws Exception {
    order("refund.create", "lose-answer", 1);
    assertThatThrownBy(() -> refund("k")).isInstanceOf(IOException.class);
    assertThat(refunds("k")).isEqualTo(1);
    assertThat(refund("k").status()).isEqualTo(201);
    assertThat(refunds("k")).isEqualTo(1);
  }

  @Test
  void losesTheRequest() throws Exception {
    order("refund.create", "lose-request", 1);
    assertThatThrownBy(() -> refund("k")).isInstanceOf(IOException.class);
    assertThat(refunds("k")).isZero();
    assertThat(refund("k").status()).isEqualTo(201);
  }

  @Test
  void doesItAfterTheCallerHasGivenUp() throws Exception {
    client.control(
        "misbehave", "{\"operation\":\"refund.create\",\"mode\":\"late\",\"after\":\"PT0.2S\"}");
    assertThatThrownBy(() -> refund("k")).isInstanceOf(IOException.class);
    assertThat(refunds("k")).isEqualTo(1);
  }

  @Test
  void rejectsForAWhileAndThenSucceeds() throws Exception {
    order("refund.create", "reject", 2);
    assertThat(refund("k").status()).isEqualTo(503);
    assertThat(refund("k").status()).isEqualTo(503);
    assertThat(refund("k").status()).isEqualTo(201);
    assertThat(refunds("k")).isEqualTo(1);
  }

  @Test
  void deniesWhatIsThere() throws Exception {
    refund("k");
    order("refund.get", "stale-not-found", 1);
    assertThat(refunds("k")).isZero();
    assertThat(refunds("k")).isEqualTo(1);
    order("product.get", "stale-not-found", 1);
    assertThat(client.get(LINE).status()).isEqualTo(404);
    assertThat(client.get(LINE).status()).isEqualTo(200);
  }

  @Test
  void contradictsItself() throws Exception {
    order("product.patch", "contradict", 1);
    assertThat(end("k").status()).isEqualTo(409);
    assertThat(client.get(LINE).json().path("status").asString("")).isEqualTo("terminated");
    order("product.get", "contradict", 1);
    assertThat(client.get(LINE).json().path("status").asString("")).isEqualTo("active");
    assertThat(client.get(LINE).json().path("status").asString("")).isEqualTo("terminated");
  }

  @Test
  void answersSlowly() throws Exception {
    client.control(
        "misbehave", "{\"operation\":\"product.get\",\"mode\":\"slow\",\"after\":\"PT0.1S\"}");
    long start = System.nanoTime();
    assertThat(client.get(LINE).status()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThan(90_000_000L);
  }

  @Test
  void anOpaqueOperationDoesItTwiceAndCanNotBeAsked() throws Exception {
    for (String operation : new String[] {"refund.create", "billOnDemand.create"}) {
      client.control(
          "misbehave", "{\"operation\":\"%s\",\"variant\":\"opaque\"}".formatted(operation));
    }
    order("refund.create", "lose-answer", 1);
    assertThatThrownBy(() -> refund("k")).isInstanceOf(IOException.class);
    assertThat(client.get(Client.REFUNDS + "?correlatorId=k").status()).isEqualTo(501);
    assertThat(refund("k").status()).isEqualTo(201);
    assertThat(client.journal("refund.create"))
        .hasSize(2)
        .noneMatch(entry -> entry.path("replayed").asBoolean())
        .allMatch(entry -> entry.path("key").asString("").equals("k"));
    client.finalBill("A-0001", "b");
    client.finalBill("A-0001", "b");
    assertThat(client.get(Client.ON_DEMAND + "?name=b").status()).isEqualTo(501);
    client.write("DELETE", "/sandbox/misbehave", "", "");
    assertThat(refunds("k")).isEqualTo(2);
    assertThat(client.get(Client.ON_DEMAND + "?name=b").json()).hasSize(2);
  }

  @Test
  void whatAsksCanBeMadeOpaqueToo() throws Exception {
    client.control("misbehave", "{\"operation\":\"product.get\",\"variant\":\"opaque\"}");
    client.control("misbehave", "{\"operation\":\"hlr.get\",\"variant\":\"opaque\"}");
    assertThat(client.get(LINE).status()).isEqualTo(501);
    assertThat(client.ctrl("GET 1 subscriber.by-id-1.info"))
        .containsExactly("ERROR 1 An error has occurred.");
    client.control("misbehave", "{\"operation\":\"product.get\",\"variant\":\"idempotent\"}");
    assertThat(client.get(LINE).status()).isEqualTo(200);
  }

  @Test
  void eachMisbehaviourIsJournalledAndOrdersQueueUp() throws Exception {
    order("refund.create", "lose-request", 1);
    order("*", "reject", 1);
    assertThatThrownBy(() -> refund("k")).isInstanceOf(IOException.class);
    assertThat(refund("k").status()).isEqualTo(503);
    assertThat(refund("k").status()).isEqualTo(201);
    assertThat(client.journal("sandbox.misbehaved"))
        .extracting(
            entry -> entry.path("key").asString("") + " " + entry.at("/result/mode").asString(""))
        .containsExactly("k lose-request", "k reject");
  }

  @Test
  void refusesOrdersThatItCanNotRead() throws Exception {
    for (String wrong :
        new String[] {
          "{}",
          "{\"operation\":\"x\",\"mode\":\"explode\"}",
          "{\"operation\":\"x\",\"mode\":\"late\",\"times\":0}",
          "{\"operation\":\"x\",\"mode\":\"late\",\"after\":\"soon\"}"
        }) {
      assertThat(client.post("/sandbox/misbehave", "", wrong).status()).isEqualTo(400);
    }
  }

  private static void order(String operation, String mode, int times) throws Exception {
    client.control(
        "misbehave",
        "{\"operation\":\"%s\",\"mode\":\"%s\",\"times\":%d}".formatted(operation, mode, times));
  }

  private static Client.Answer refund(String key) throws IOException, InterruptedException {
    return client.refund("A-0001", "1.00", key);
  }

  private static Client.Answer end(String key) throws IOException, InterruptedException {
    return client.write("PATCH", LINE, key, "{\"status\":\"terminated\"}");
  }

  private static int refunds(String key) throws IOException, InterruptedException {
    return client.get(Client.REFUNDS + "?correlatorId=" + key).json().size();
  }
}
