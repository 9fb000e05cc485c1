package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.sandbox.hlr.OsmoHlr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The real program, where it is installed. */
@EnabledIf("installed")
class OsmoHlrTest {
  private static final int OSMO_CTRL = 4259;

  @TempDir Path data;
  @TempDir Path other;

  static boolean installed() {
    return Files.isExecutable(OsmoHlr.PROGRAM);
  }

  @Test
  void endsOneOfAThousandAndKeepsItThroughAKill() throws Exception {
    try (Sandboxes.Apart sandbox = Sandboxes.apart(data, "real")) {
      Client client = sandbox.client();
      assertThat(sandbox.ports().path("hlr").asString("")).startsWith("osmo-hlr ");
      assertThat(subscribers(sandbox.ports().path("osmoHost").asString(""))).isGreaterThan(1000);
      client.vty("enable", "subscriber imsi 460990000000001 update network-access-mode none");
      assertThat(client.ctrl("SET 1 subscriber.delete 460990000000001"))
          .containsExactly("SET_REPLY 1 subscriber.delete 1");
      assertThat(client.journal("hlr.ctrl")).hasSize(1);
      sandbox.kill();
    }
    String address;
    try (Sandboxes.Apart sandbox = Sandboxes.apart(data, "real")) {
      address = sandbox.ports().path("osmoHost").asString("");
      assertThat(
              Client.ctrl(
                  address,
                  OSMO_CTRL,
                  "GET 1 subscriber.by-msisdn-8619900000001.info",
                  "GET 2 subscriber.by-imsi-460990000000002.msisdn"))
          .containsExactly(
              "ERROR 1 No such subscriber.",
              "GET_REPLY 2 subscriber.by-imsi-460990000000002.msisdn 8619900000002");
      assertThat(running()).as("the killed sandbox's child was stopped").isEqualTo(1);
    }
    assertThat(running()).as("a stopped sandbox takes its child along").isZero();
  }

  @Test
  void aDeadOneIsStartedAgainWhereItWas() throws Exception {
    try (Sandboxes.Apart sandbox = Sandboxes.apart(data, "real")) {
      Client client = sandbox.client();
      client.ctrl("SET 1 subscriber.delete 460990000000001");
      ProcessHandle child = children().findFirst().orElseThrow();
      child.destroyForcibly();
      child.onExit().join();
      String address = sandbox.ports().path("osmoHost").asString("");
      assertThat(answerFrom(address)).isEqualTo("ERROR 1 No such subscriber.");
      assertThat(client.ctrl("GET 1 subscriber.by-imsi-460990000000002.msisdn"))
          .containsExactly("GET_REPLY 1 subscriber.by-imsi-460990000000002.msisdn 8619900000002");
    }
  }

  /** Both get the same requests; whatever differs is a mistake of the simulation. */
  @Test
  void theSimulationAnswersToTheLetter() throws Exception {
    String imsi = "subscriber.by-imsi-460990000000001";
    String nobody = "subscriber.by-imsi-460990000009999";
    String[] requests = {
      "",
      "GET",
      "GET 1",
      "BLA 1 foo",
      "GET abc foo",
      "TRAP 1 a b",
      "GET_REPLY 1 a b",
      "get 1 foo",
      "GET 2 foo",
      "SET 2 foo",
      "SET 2 foo 1",
      "GET 2 a b c",
      "GET 2 subscriber",
      "GET 3 " + imsi,
      "GET 3 " + imsi + ".info",
      "GET 3 " + imsi + ".info-all",
      "GET 3 " + imsi + ".info-aud",
      "GET 3 " + imsi + ".foo",
      "GET 3 " + imsi + ".info x",
      "SET 3 " + imsi + ".info 1",
      "GET 4 " + nobody + ".info",
      "SET 4 " + nobody + ".msisdn 1234",
      "SET 4 " + nobody + ".cs-enabled 0",
      "SET 4 subscriber.by-msisdn-99.cs-enabled 0",
      "SET 4 subscriber.by-id-99999.ps-enabled 0",
      "SET 4 subscriber.by-id-99999.msisdn 123",
      "GET 5 subscriber.by-id-1.info",
      "GET 5 subscriber.by-id-x.info",
      "GET 5 subscriber.by-foo-1.info",
      "GET 5 subscriber.by-imsi-1.info",
      "GET 5 subscriber.by-msisdn-.info",
      "GET 5 subscriber.by-msisdn-abc.info",
      "GET 5 subscriber.by-msisdn-+8619900000001.info",
      "SET 6 " + imsi + ".msisdn +8619900000001",
      "SET 6 " + imsi + ".msisdn 86199000000012345678",
      "SET 6 " + imsi + ".msisdn 8619900000002",
      "SET 6 " + imsi + ".msisdn 8619900000001",
      "SET 6 " + imsi + ".msisdn none",
      "GET 6 " + imsi + ".msisdn",
      "GET 6 " + imsi + ".info",
      "SET 6 " + imsi + ".msisdn 8619900000001",
      "SET 7 " + imsi + ".cs-enabled 0",
      "SET 7 " + imsi + ".cs-enabled 0",
      "SET 7 " + imsi + ".cs-enabled 2",
      "SET 7 " + imsi + ".ps-enabled x",
      "SET 7 " + imsi + ".ps-enabled",
      "GET 7 " + imsi + ".cs-enabled",
      "SET 7 subscriber.by-msisdn-8619900000001.ps-enabled 0",
      "GET 7 " + imsi + ".info",
      "SET 8 subscriber.create 460990000000001",
      "SET 8 subscriber.create 12",
      "SET 8 subscriber.create abc",
      "SET 8 subscriber.create",
      "GET 8 subscriber.create",
      "GET 8 subscriber.delete",
      "SET 9 subscriber.delete 8619900000001",
      "SET 9 subscriber.delete 460990000000001 x",
      "SET 9 subscriber.delete 12",
      "SET 9 subscriber.delete 460990000000001",
      "SET 9 subscriber.delete 460990000000001",
      "GET 9 subscriber.by-msisdn-8619900000001.info",
      "SET 9 " + imsi + ".cs-enabled 0",
      "SET 10 subscriber.create 460990000000001",
    };
    String[] lines = {
      "subscriber",
      "blah",
      "subscriber imsi 460990000000002 show",
      "subscriber imsi 460990000000002 update network-access-mode none",
      "enable",
      "subscriber imsi 460990000000002 update network-access-mode foo",
      "subscriber imsi 460990000000002 update network-access-mode none",
      "subscriber imsi 460990000000002 show",
      "subscriber msisdn 8619900000002 update network-access-mode cs+ps",
      "subscriber imsi 460990000000002 show",
      "subscriber imsi 460990000009999 show",
      "subscriber imsi 460990000009999 update network-access-mode none",
      "",
      "disable",
    };
    try (Sandboxes.Apart real = Sandboxes.apart(data, "real");
        SandboxOperator simulated = Sandboxes.here(other, "simulated")) {
      Client simulation = new Client(simulated.ports());
      assertThat(pairs(requests, simulation.ctrl(requests)))
          .isEqualTo(pairs(requests, real.client().ctrl(requests)));
      assertThat(pairs(lines, simulation.vty(lines)))
          .isEqualTo(pairs(lines, real.client().vty(lines)));
    }
  }

  private static List<String> pairs(String[] asked, List<String> answered) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < asked.length; i++) {
      pairs.add(asked[i] + " → " + answered.get(i));
    }
    return pairs;
  }

  private static int subscribers(String address) throws Exception {
    String all =
        Client.vty(address, 4258, "enable", "terminal length 0", "show subscribers all").getLast();
    return Integer.parseInt(
        all.substring(all.indexOf("Subscribers Shown: ") + 19).split("\r\n", 2)[0].strip());
  }

  private static String answerFrom(String address) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      try {
        return Client.ctrl(address, OSMO_CTRL, "GET 1 subscriber.by-imsi-460990000000001.info")
            .getFirst();
      } catch (IOException notYet) {
        if (System.nanoTime() > deadline) {
          throw notYet;
        }
        Thread.onSpinWait();
      }
    }
  }

  private long running() {
    return children().count();
  }

  /** The osmo-hlr that run on this test's database. */
  private Stream<ProcessHandle> children() {
    String database = data.resolve("hlr").resolve("hlr.db").toAbsolutePath().toString();
    return ProcessHandle.allProcesses()
        .filter(
            handle -> List.of(handle.info().arguments().orElse(new String[0])).contains(database));
  }
}
