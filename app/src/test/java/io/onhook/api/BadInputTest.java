package io.onhook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verifyNoInteractions;

import io.onhook.access.OneLine;
import io.onhook.api.ApiFixture.Program;
import io.onhook.cancellation.Cancellations;
import io.onhook.shared.Fault;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can't be right is refused by name, with a remedy, before the domain hears of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ApiFixture.class)
class BadInputTest {
  private static final String CHECK = "/api/v1/eligibility-checks";
  private static final String SUBMIT = "/api/v1/cancellations";
  private static final String WHOLE =
      """
      {"number":"+8619900000001",
       "holder":{"name":"张伟","documentKind":"resident-id","documentNumber":"11010519491231002X"},
       "contact":{"channel":"email","address":"zhang.wei@example.com",
                  "confirmedAt":"2026-11-22T10:00:00Z"}}\
      """;

  @LocalServerPort private int port;
  private final Cancellations cancellations;
  private final OneLine lines;
  private final JsonMapper json = new JsonMapper();

  BadInputTest(@Autowired Cancellations cancellations, @Autowired OneLine lines) {
    this.cancellations = cancellations;
    this.lines = lines;
  }

  @BeforeEach
  void nothingAsked() {
    reset(cancellations);
    lines.fault = null;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"number\":\"\"}|422|number|property.missing",
        "{}|422|number|property.missing",
        "{\"number\":null}|422|number|property.missing",
        "{\"number\":\"hello\"}|422|number|msisdn.not-a-number",
        "{\"number\":\"12\"}|422|number|msisdn.not-possible",
        "{\"number\":\"1990000000100000000000000000000000000000001\"}|422|number|msisdn.too-long",
        "{\"number\":\"+8619900009999\"}|422|number|line.not-found",
        "{\"number\":\"+442079460000\"}|422|number|line.not-found",
        "{\"number\":\"１９９００００９９９９\"}|422|number|line.not-found",
        "{\"number\":\"+8619900000001\",\"endsOn\":\"tomorrow\"}|422|endsOn|date.form",
        "{\"number\":\"+8619900000001\",\"endsOn\":\"2026-02-30\"}|422|endsOn|date.form",
        "{\"number\":19900000001}|400|number|type.wrong",
        "{\"number\":{\"a\":1}}|400|number|type.wrong",
        "{\"number\":\"+8619900000001\",\"ends\":\"2026-12-31\"}|400|ends|property.unknown",
        "{\"number\":\"1\",\"<script>\":1}|400|<script>|property.unknown",
        "[]|400|''|type.wrong"
      })
  void namesTheWrongFieldAndTheRemedy(String body, int status, String field, String code)
      throws Exception {
    HttpResponse<String> answer = Program.at(port).post(CHECK, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode error = json.readTree(answer.body()).path("errors").path(0);
    assertThat(error.path("field").asString()).isEqualTo(field);
    assertThat(error.path("code").asString()).isEqualTo(code);
    assertThat(error.path("problem").asString()).isNotBlank().isNotEqualTo(code);
    assertThat(error.path("remedy").asString()).isNotBlank();
    verifyNoInteractions(cancellations);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"number\":", "not json", "{\"number\":\"1\",}", "{\"number\":\"1\"} x"})
  void saysWhereTheJsonBreaks(String body) throws Exception {
    HttpResponse<String> answer = Program.at(port).post(CHECK, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("json.malformed")
        .contains("line 1")
        .doesNotContain("tools.");
  }

  @Test
  void refusesADoubledPropertyAndAMissingBody() throws Exception {
    assertThat(Program.at(port).post(CHECK, "{\"number\":\"1\",\"number\":\"2\"}").statusCode())
        .isEqualTo(400);
    assertThat(Program.at(port).post(CHECK, "").body()).contains("body.missing");
    assertThat(Program.at(port).post(CHECK, "null").body()).contains("body.missing");
  }

  @Test
  void speaksTheReadersLanguage() throws Exception {
    HttpResponse<String> answer =
        Program.at(port).chinese().post(CHECK, "{\"number\":\"+8619900009999\"}");

    assertThat(answer.body()).contains("运营商没有这个号码").contains("请求内容有误");
    assertThat(answer.headers().firstValue("Content-Language")).contains("zh-CN");
  }

  @Test
  void namesAllMissingFieldsAtOnce() throws Exception {
    HttpResponse<String> answer =
        Program.at(port).post(SUBMIT, "{\"holder\":{}}", "Idempotency-Key", "k1");

    assertThat(json.readTree(answer.body()).path("errors").findValuesAsString("field"))
        .containsExactly(
            "number",
            "holder.name",
            "holder.documentKind",
            "holder.documentNumber",
            "contact.channel",
            "contact.address");
  }

  @Test
  void namesAWrongFieldDeepInTheBody() throws Exception {
    HttpResponse<String> answer =
        Program.at(port)
            .post(
                SUBMIT,
                WHOLE.replace("\"张伟\"", "7").replace("\"name\"", "\"name\""),
                "Idempotency-Key",
                "k2");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"holder.name\"").contains("type.wrong");
  }

  @Test
  void wantsAKeyOfItsOwnForEachRequest() throws Exception {
    HttpResponse<String> missing = Program.at(port).post(SUBMIT, WHOLE);
    HttpResponse<String> wrong =
        Program.at(port).post(SUBMIT, WHOLE, "Idempotency-Key", "k".repeat(129));

    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(missing.body())
        .contains("\"field\":\"Idempotency-Key\"")
        .contains("idempotency-key.missing");
    assertThat(wrong.body()).contains("idempotency-key.form");
    verifyNoInteractions(cancellations);
  }

  @Test
  void namesTheMethodsAndContentsThatItTakes() throws Exception {
    HttpResponse<String> method = Program.at(port).get(CHECK);
    HttpResponse<String> type =
        Program.at(port)
            .send(
                Program.at(port)
                    .request(CHECK)
                    .header("Content-Type", "text/xml")
                    .POST(BodyPublishers.ofString("<number/>")));
    HttpResponse<String> answerType =
        Program.at(port)
            .send(
                Program.at(port)
                    .request(CHECK)
                    .header("Content-Type", "application/json")
                    .header("Accept", "text/csv")
                    .POST(BodyPublishers.ofString("{}")));
    HttpResponse<String> nowhere = Program.at(port).get("/api/v1/nothing");

    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow")).contains("POST");
    assertThat(method.body()).contains("method.not-allowed").contains("POST");
    assertThat(type.statusCode()).isEqualTo(415);
    assertThat(type.body()).contains("media-type.unsupported");
    assertThat(answerType.statusCode()).isEqualTo(406);
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.body()).contains("address.unknown");
  }

  @Test
  void saysThatTheOperatorCanNotBeAskedAndWhenToTryAgain() throws Exception {
    lines.fault = Fault.unreachable("bss", "refused");

    HttpResponse<String> check = Program.at(port).post(CHECK, "{\"number\":\"+8619900000001\"}");
    HttpResponse<String> submit = Program.at(port).post(SUBMIT, WHOLE, "Idempotency-Key", "k3");

    assertThat(check.statusCode()).isEqualTo(503);
    assertThat(check.headers().firstValue("Retry-After")).contains("30");
    assertThat(check.body()).contains("partner.unavailable").doesNotContain("bss");
    assertThat(submit.statusCode()).isEqualTo(503);
    verifyNoInteractions(cancellations);
  }

  @Test
  void doesNotTellABugsInside() throws Exception {
    org.mockito.Mockito.when(cancellations.check(any(), any(), any()))
        .thenThrow(new IllegalStateException("secret inside"));

    HttpResponse<String> answer = Program.at(port).post(CHECK, "{\"number\":\"+8619900000001\"}");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("internal.failure").doesNotContain("secret");
  }

  @Test
  void describesItselfAndNothingElse() throws Exception {
    HttpResponse<String> description = Program.at(port).get("/api/openapi");

    assertThat(description.statusCode()).isEqualTo(200);
    assertThat(json.readTree(description.body()).path("paths").propertyNames())
        .contains(CHECK, SUBMIT)
        .allMatch(path -> path.startsWith("/api/v1/"));
  }
}
