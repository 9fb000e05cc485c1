package io.onhook.bss;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.testing.ScriptedHttp;
import io.onhook.testing.ScriptedHttp.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BssClientTest {
  private final ScriptedHttp partner = new ScriptedHttp();
  private final BssClient client =
      new BssClient(BusinessSystemsFixture.settings(partner.url(), null, null, null));

  record Thing(@Nullable String id) {}

  @AfterEach
  void close() {
    partner.close();
  }

  @Test
  void aWriteCarriesItsKeyAndIsRead() {
    partner.on("POST /thing", 201, "{\"id\":\"7\",\"unknown\":{\"a\":[1]}}");

    assertThat(write()).isEqualTo(new Answer.Got<>("7"));
    assertThat(partner.last("POST").header("Idempotency-Key")).isEqualTo("case/1/bill");
    assertThat(partner.last("POST").body()).isEqualTo("{\"name\":\"x\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 415, 422, 429, 501})
  void aRefusedWriteCertainlyHadNoEffect(int status) {
    partner.on("POST /thing", status, "{\"code\":\"22\",\"reason\":\"+8619900000001 no\"}");

    assertThat(write())
        .isEqualTo(
            new Answer.Failed<>(Fault.rejected("bss", "POST /thing got " + status + ", code 22")));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 408, 409, 500, 502, 503, 504})
  void anUnclearStatusLeavesAWriteOpen(int status) {
    partner.on("POST /thing", status, "oops");

    assertThat(write()).isInstanceOfSatisfying(Answer.Silent.class, BssClientTest::isProtocol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{", "<html>", "[]", "{\"id\":null}"})
  void anUnreadableAnswerLeavesAWriteOpen(String body) {
    partner.on("POST /thing", 201, body);

    assertThat(write()).isInstanceOfSatisfying(Answer.Silent.class, BssClientTest::isProtocol);
  }

  @Test
  void aResetLeavesAWriteOpen() {
    partner.on("POST /thing", new Reply.HangsUp());

    assertThat(write()).isInstanceOf(Answer.Silent.class);
    assertThat(partner.requests()).hasSize(1);
  }

  @Test
  void aTimeOutLeavesAWriteOpen() {
    partner.on("POST /thing", new Reply.KeepsSilent());

    assertThat(write(new BssClient(BusinessSystemsFixture.hasty(partner.url()))))
        .isEqualTo(new Answer.Silent<>(Fault.timeout("bss", "no answer in time to POST /thing")));
  }

  @Test
  void aRefusedConnectionCertainlyHadNoEffect() throws IOException {
    URI nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    var client = new BssClient(BusinessSystemsFixture.settings(nobody, null, null, null));

    assertThat(write(client))
        .isEqualTo(new Answer.Failed<>(Fault.unreachable("bss", "POST /thing: ConnectException")));
  }

  @Test
  void onlyTheApisOwnNotFoundMeansThatThereIsNone() {
    assertThat(find()).isEqualTo(new Answer.Got<>(Optional.empty()));

    partner.on("GET /thing/7", 404, "<html>wrong path</html>");
    assertThat(find()).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void aNonsensicalAnswerToAReadHadNoEffect() {
    partner.on("GET /thing/7", "{\"id\":");

    assertThat(find()).isInstanceOfSatisfying(Answer.Failed.class, BssClientTest::isProtocol);
  }

  @Test
  void allPagesOfAListAreRead() {
    partner.on(
        "GET /thing?a=b",
        new Reply.Says(206, "[{\"id\":\"1\"},{\"id\":\"2\"}]", Map.of("X-Total-Count", "4")));

    assertThat(client.list(client.deadline(), "/thing?a=b", Thing[].class, List::size))
        .isEqualTo(new Answer.Got<>(4));
    assertThat(partner.requests())
        .extracting(ScriptedHttp.Request::query)
        .containsExactly("a=b&offset=0&limit=100", "a=b&offset=2&limit=100");
  }

  @Test
  void signsInWithATokenThatMayBeRenewed(@TempDir Path folder) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "first\n");
    var client = new BssClient(BusinessSystemsFixture.settings(partner.url(), token, null, null));

    write(client);
    assertThat(partner.last("POST").header("Authorization")).isEqualTo("Bearer first");

    Files.writeString(token, "second");
    write(client);
    assertThat(partner.last("POST").header("Authorization")).isEqualTo("Bearer second");

    Files.delete(token);
    assertThat(write(client)).isInstanceOf(Answer.Failed.class);
    assertThat(partner.requests()).hasSize(2);
  }

  @Test
  void signsInWithNameAndPassword(@TempDir Path folder) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "s3cret\n");

    write(new BssClient(BusinessSystemsFixture.settings(partner.url(), null, "onhook", password)));

    assertThat(partner.last("POST").header("Authorization"))
        .isEqualTo("Basic b25ob29rOnMzY3JldA==");
  }

  private Answer<String> write() {
    return write(client);
  }

  private static Answer<String> write(BssClient client) {
    return client.write(
        client.deadline(),
        "POST",
        "/thing",
        "case/1/bill",
        Map.of("name", "x"),
        Thing.class,
        BssClientTest::id);
  }

  private Answer<Optional<String>> find() {
    return client.find(client.deadline(), "/thing/7", Thing.class, BssClientTest::id);
  }

  private static String id(Thing thing) {
    if (thing.id() == null) {
      throw new Unreadable("a thing has no id");
    }
    return thing.id();
  }

  private static void isProtocol(Answer<?> answer) {
    Fault fault =
        switch (answer) {
          case Answer.Silent<?>(Fault silent) -> silent;
          case Answer.Failed<?>(Fault failed) -> failed;
          case Answer.Got<?> got -> throw new AssertionError(got);
        };
    assertThat(fault.code()).isEqualTo("protocol");
  }
}
