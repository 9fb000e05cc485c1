package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real process is killed with SIGKILL while it works. */
class KillTest {
  private static final int WRITERS = 4;

  @TempDir Path data;

  @Test
  void whatWasAcknowledgedSurvivesKillsAndIsDoneOnce() throws Exception {
    Random random = new Random(20261122);
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    for (int round = 0; round < 3; round++) {
      try (Sandboxes.Apart sandbox = Sandboxes.apart(data, "simulated")) {
        refundUntilKilled(sandbox, round, 30 + random.nextInt(120), acknowledged);
      }
    }
    assertThat(acknowledged).isNotEmpty();
    try (Sandboxes.Apart sandbox = Sandboxes.apart(data, "simulated")) {
      Client client = sandbox.client();
      for (Map.Entry<String, String> done : acknowledged.entrySet()) {
        JsonNode found = client.get(Client.REFUNDS + "?correlatorId=" + done.getKey()).json();
        assertThat(found.size()).as(done.getKey()).isEqualTo(1);
        assertThat(found.get(0).path("id").asString("")).isEqualTo(done.getValue());
      }
      String known = acknowledged.keySet().iterator().next();
      assertThat(client.refund("A-0001", "0.01", known).json().path("id").asString(""))
          .isEqualTo(acknowledged.get(known));
      assertThat(client.journal("refund.create").getLast().path("replayed").asBoolean()).isTrue();
      assertGapless(client);
    }
  }

  @Test
  void hlrClockAndLettersSurviveAKill() throws Exception {
    String now;
    try (Sandboxes.Apart sandbox = Sandboxes.apart(data, "simulated")) {
      Client client = sandbox.client();
      client.control("clock", "{\"advance\":\"P14D\"}");
      now = client.get("/sandbox/clock").json().path("now").asString("");
      client.ctrl("SET 1 subscriber.delete 460990000000001");
      MailTest.send(client, "li.na@example.com", "已受理 Received", "正文");
      sandbox.kill();
    }
    try (Sandboxes.Apart sandbox = Sandboxes.apart(data, "simulated")) {
      Client client = sandbox.client();
      assertThat(client.get("/sandbox/clock").json().path("now").asString("")).isGreaterThan(now);
      assertThat(client.ctrl("GET 1 subscriber.by-msisdn-8619900000001.info"))
          .containsExactly("ERROR 1 No such subscriber.");
      assertThat(client.get("/sandbox/inbox?to=li.na@example.com").json()).hasSize(1);
    }
  }

  private static void refundUntilKilled(
      Sandboxes.Apart sandbox, int round, int writes, Map<String, String> acknowledged)
      throws InterruptedException {
    Client client = sandbox.client();
    CountDownLatch enough = new CountDownLatch(writes);
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int writer = 0; writer < WRITERS; writer++) {
        String prefix = "r" + round + "-w" + writer + "-";
        writers.execute(() -> refund(client, prefix, acknowledged, enough));
      }
      assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
      sandbox.kill();
      writers.shutdown();
      assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void refund(
      Client client, String prefix, Map<String, String> acknowledged, CountDownLatch enough) {
    for (int i = 0; i < 10_000; i++) {
      String key = prefix + i;
      try {
        Client.Answer answer = client.refund("A-0001", "0.01", key);
        acknowledged.put(key, answer.json().path("id").asString(""));
        enough.countDown();
      } catch (IOException killed) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void assertGapless(Client client) throws IOException, InterruptedException {
    long expected = 1;
    for (String line : client.get("/sandbox/journal").text().split("\n")) {
      assertThat(line).startsWith("{\"seq\":" + expected + ",");
      expected++;
    }
  }
}
