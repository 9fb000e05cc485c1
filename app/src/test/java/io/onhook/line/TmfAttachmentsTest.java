package io.onhook.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.bss.BssClient;
import io.onhook.bss.BusinessSystemsFixture;
import io.onhook.shared.Answer;
import io.onhook.testing.ScriptedHttp;
import io.onhook.testing.ScriptedHttp.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TmfAttachmentsTest {
  private static final String PRODUCTS = "/tmf-api/productInventory/v4/product/";
  private static final LineId MAIN = new LineId("L-1");
  private static final LineId CHILD = new LineId("L-2");
  private static final LineId BUNDLED = new LineId("X-1");

  private final ScriptedHttp operator = new ScriptedHttp();
  private final Attachments attachments = attachments();

  private Attachments attachments() {
    var systems = BusinessSystemsFixture.settings(operator.url());
    return new TmfAttachments(new BssClient(systems), systems);
  }

  @AfterEach
  void close() {
    operator.close();
  }

  private static String relation(String type, String id) {
    return "{\"relationshipType\":\"%s\",\"product\":{\"id\":\"%s\",\"name\":\"N\"}}"
        .formatted(type, id);
  }

  private static String product(String id, String status, String... relations) {
    return "{\"id\":\"%s\",\"status\":\"%s\",\"productRelationship\":[%s]}"
        .formatted(id, status, String.join(",", relations));
  }

  private static String main(String... relations) {
    return product("L-1", "active", relations);
  }

  @Test
  void partsOneAndLeavesTheRest() {
    operator
        .on(
            "GET " + PRODUCTS + "L-1",
            main(relation("secondary", "L-2"), relation("bundle", "X-1")))
        .on("PATCH " + PRODUCTS + "L-1", main(relation("bundle", "X-1")));
    assertThat(attachments.hangs(MAIN, CHILD)).isEqualTo(new Answer.Got<>(true));
    assertThat(attachments.detach(MAIN, CHILD, "k1")).isEqualTo(new Answer.Got<>(true));
    var sent = operator.requests().getLast();
    assertThat(sent.header("Idempotency-Key")).isEqualTo("k1");
    assertThat(sent.body()).contains("X-1").doesNotContain("L-2");
  }

  @Test
  void whatHangsOnNothingIsPartedAlready() {
    operator.on("GET " + PRODUCTS + "L-1", main(relation("bundle", "X-1")));
    assertThat(attachments.detach(MAIN, CHILD, "k1")).isEqualTo(new Answer.Got<>(true));
    assertThat(operator.requests()).noneMatch(it -> it.method().equals("PATCH"));
    operator.on(
        "GET " + PRODUCTS + "L-1", 404, "{\"code\":\"404\",\"reason\":\"No such resource\"}");
    assertThat(attachments.detach(MAIN, CHILD, "k2")).isEqualTo(new Answer.Got<>(true));
    assertThat(attachments.hangs(MAIN, CHILD)).isEqualTo(new Answer.Got<>(false));
  }

  @Test
  void doesNotBelieveThatItIsPartedWhileItHangsThere() {
    operator
        .on("GET " + PRODUCTS + "L-1", main(relation("secondary", "L-2")))
        .on("PATCH " + PRODUCTS + "L-1", main(relation("secondary", "L-2")));
    assertThat(attachments.detach(MAIN, CHILD, "k1")).isInstanceOf(Answer.Silent.class);
    operator.on("PATCH " + PRODUCTS + "L-1", new Reply.HangsUp());
    assertThat(attachments.detach(MAIN, CHILD, "k1")).isInstanceOf(Answer.Silent.class);
  }

  @Test
  void doesNotTakeAnotherProductForIt() {
    operator.on("GET " + PRODUCTS + "L-1", product("L-9", "active"));
    assertThat(attachments.hangs(MAIN, CHILD)).isNotInstanceOf(Answer.Got.class);
  }

  @Test
  void endsABundledProduct() {
    operator
        .on("GET " + PRODUCTS + "X-1", product("X-1", "active"))
        .on("PATCH " + PRODUCTS + "X-1", product("X-1", "terminated"));
    assertThat(attachments.hasEnded(BUNDLED)).isEqualTo(new Answer.Got<>(false));
    assertThat(attachments.end(BUNDLED, "k1")).isEqualTo(new Answer.Got<>(true));
    assertThat(operator.requests().getLast().body()).contains("terminated");
    operator.on("PATCH " + PRODUCTS + "X-1", product("X-1", "active"));
    assertThat(attachments.end(BUNDLED, "k2")).isInstanceOf(Answer.Silent.class);
    operator.on(
        "GET " + PRODUCTS + "X-1", 404, "{\"code\":\"404\",\"reason\":\"No such resource\"}");
    assertThat(attachments.hasEnded(BUNDLED)).isEqualTo(new Answer.Got<>(true));
  }
}
