package io.onhook.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.bss.BssClient;
import io.onhook.bss.BusinessSystemsFixture;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Iccid;
import io.onhook.shared.Imsi;
import io.onhook.shared.Money;
import io.onhook.shared.Msisdn;
import io.onhook.testing.ScriptedHttp;
import io.onhook.testing.ScriptedHttp.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TmfInventoryTest {
  private static final String PRODUCTS = "/tmf-api/productInventory/v4/product";
  private static final String BY_NUMBER = "GET " + PRODUCTS + "?productSerialNumber=8619900000001";
  private static final String PERSON = "GET /tmf-api/party/v4/individual/P-1";
  private static final Msisdn NUMBER = Msisdn.of("+8619900000001");

  private static final String HOLDER =
      """
      {"id":"P-1","href":"/p","fullName":"张伟","status":"validated","@type":"Individual",
       "individualIdentification":[
        {"identificationType":"resident-id","identificationId":"11010519491231002X"}],
       "contactMedium":[
        {"mediumType":"phone","characteristic":{"phoneNumber":"+8619900000001"}},
        {"mediumType":"phone","characteristic":{"phoneNumber":"010 12345"}},
        {"mediumType":"phone","characteristic":{"phoneNumber":"+8619900000099"}},
        {"mediumType":"email","characteristic":{"emailAddress":"zhang.wei@example.com"}}]}
      """;

  private final ScriptedHttp operator = new ScriptedHttp().on(PERSON, HOLDER);
  private final Lines lines = inventory();

  private Lines inventory() {
    var settings = BusinessSystemsFixture.settings(operator.url());
    return new TmfInventory(new BssClient(settings), settings);
  }

  @AfterEach
  void close() {
    operator.close();
  }

  private static String product(String id, String status, String digits) {
    return """
    {"id":"%s","href":"/x","name":"Smart 不限流量卡","status":"%s",
     "startDate":"2024-02-29T16:00:00Z","productSerialNumber":"%s",
     "somethingNew":{"deep":[1,2]},
     "relatedParty":[{"id":"P-9","role":"payer"},
       {"id":"P-1","role":"holder","name":"张伟","@referredType":"Individual"}],
     "productCharacteristic":[
      {"name":"msisdn","valueType":"string","value":"+%s"},
      {"name":"imsi","value":"460990000000001"},{"name":"iccid","value":"8986001234567890120"},
      {"name":"simKind","value":"ESIM"},{"name":"planKind","value":"prepaid"},
      {"name":"dataOnly","valueType":"boolean","value":true},
      {"name":"unlimited","value":"true"},{"name":"throttled","value":false},
      {"name":"periodEndsOn","value":"2026-11-30"},{"name":"portOutOpen","value":true},
      {"name":"simSwappedAt","value":"2026-11-21T10:00:00+08:00"},
      {"name":"unknown","value":{"a":1}}],
     "productTerm":[{"name":"contract-term","validFor":{"endDateTime":"2027-05-31T16:00:00Z"}}],
     "productPrice":[{"name":"contract-term-leaving-fee","priceType":"oneTime",
       "price":{"taxIncludedAmount":{"unit":"CNY","value":120.00}}}],
     "productRelationship":[{"relationshipType":"bundle","product":{"id":"B-1","name":"宽带"}},
       {"relationshipType":"secondary","product":{"id":"L-2"}}]}
    """
        .formatted(id, status, digits, digits);
  }

  private static String active() {
    return product("L-0001", "active", "8619900000001");
  }

  @Test
  void aPriceInAnotherCurrencyIsNoAnswer() {
    operator.on(BY_NUMBER, "[" + active().replace("CNY", "USD") + "]");
    assertThat(lines.byMsisdn(NUMBER))
        .isEqualTo(
            new Answer.Failed<>(
                Fault.otherCurrency(
                    "bss", "product L-0001 is in USD, but onhook.bss.currency is CNY")));
  }

  @Test
  void readsALineAndItsHolder() {
    operator.on(BY_NUMBER, "[" + active() + "]");

    Line line = got(lines.byMsisdn(NUMBER)).orElseThrow();

    assertThat(line)
        .isEqualTo(
            new Line(
                new LineId("L-0001"),
                NUMBER,
                new Imsi("460990000000001"),
                new Iccid("8986001234567890120"),
                Line.SimKind.ESIM,
                Line.Status.ACTIVE,
                "Smart 不限流量卡",
                Line.PlanKind.PREPAID,
                true,
                true,
                false,
                false,
                false,
                null,
                LocalDate.of(2024, 3, 1),
                LocalDate.of(2026, 11, 30),
                LocalDate.of(2027, 6, 1),
                Money.of("CNY", 12000),
                null,
                null,
                true,
                false,
                Instant.parse("2026-11-21T02:00:00Z"),
                false,
                false,
                false,
                false,
                List.of(new Line.Related(new LineId("B-1"), "宽带")),
                List.of(new Line.Related(new LineId("L-2"), "L-2")),
                new Line.Holder(
                    "P-1",
                    "张伟",
                    Line.Holder.Kind.PERSON,
                    "resident-id",
                    "11010519491231002X",
                    false,
                    Optional.of("zhang.wei@example.com"),
                    Optional.of(Msisdn.of("+8619900000099")))));
  }

  @Test
  void aNumberThatNobodyHasNowIsEmpty() {
    operator.on(
        BY_NUMBER,
        "["
            + product("L-7", "terminated", "8619900000001")
            + ","
            + product("L-8", "aborted ", "8619900000001")
            + "]");

    assertThat(got(lines.byMsisdn(NUMBER))).isEmpty();
  }

  @Test
  void anOperatorThatIgnoresTheFilterDoesNotMixLinesUp() {
    operator.on(
        BY_NUMBER,
        "["
            + product("L-0002", "active", "8619900000002")
            + ","
            + active()
            + ",{\"id\":\"D-1\",\"status\":\"active\",\"name\":\"a device\"}]");

    assertThat(got(lines.byMsisdn(NUMBER)).map(Line::id)).contains(new LineId("L-0001"));
  }

  @Test
  void twoOwnersOfANumberAreAFault() {
    operator.on(BY_NUMBER, "[" + active() + "," + product("L-2", "active", "8619900000001") + "]");

    assertThat(lines.byMsisdn(NUMBER))
        .isEqualTo(
            new Answer.Failed<>(
                Fault.protocol("bss", "two products have the same number at once")));
  }

  @Test
  void aLineThatContradictsItselfIsAFault() {
    operator.on(BY_NUMBER, "[" + active().replace("+8619900000001", "+8619900000002") + "]");

    assertThat(lines.byMsisdn(NUMBER))
        .isEqualTo(
            new Answer.Failed<>(Fault.protocol("bss", "product L-0001 has two different numbers")));
  }

  @Test
  void aLineWithoutItsSimIsAFaultAndNotHalfALine() {
    operator.on(BY_NUMBER, "[" + active().replace("\"imsi\"", "\"other\"") + "]");

    assertThat(lines.byMsisdn(NUMBER))
        .isEqualTo(
            new Answer.Failed<>(
                Fault.protocol("bss", "product L-0001: characteristic imsi is missing")));
  }

  @Test
  void aStatusOfTheFutureIsOther() {
    operator.on("GET " + PRODUCTS + "/L-0001", product("L-0001", "hibernating", "8619900000001"));

    assertThat(got(lines.byId(new LineId("L-0001"))).map(Line::status)).contains(Line.Status.OTHER);
  }

  @Test
  void findsAllLinesOfAHolderAndOnlyTheirs() {
    operator.on(
        "GET " + PRODUCTS + "?relatedParty.id=P-1",
        "["
            + active()
            + ","
            + product("L-3", "suspended", "8619900000003")
            + ","
            + product("L-4", "active", "8619900000004").replace("P-1", "P-2")
            + "]");

    assertThat(got(lines.ofHolder("P-1")))
        .extracting(line -> line.id().value())
        .containsExactly("L-0001", "L-3");
  }

  @Test
  void announcesWithdrawsAndEnds() {
    String path = PRODUCTS + "/L-0001";
    var id = new LineId("L-0001");

    operator.on("PATCH " + path, product("L-0001", "pendingTerminate", "8619900000001"));
    assertThat(got(lines.setStatus(id, Line.Status.PENDING_TERMINATE, "k1")).status())
        .isEqualTo(Line.Status.PENDING_TERMINATE);
    assertThat(operator.last("PATCH").body()).isEqualTo("{\"status\":\"pendingTerminate\"}");
    assertThat(operator.last("PATCH").header("Idempotency-Key")).isEqualTo("k1");

    operator.on("PATCH " + path, active());
    assertThat(got(lines.setStatus(id, Line.Status.ACTIVE, "k2")).status())
        .isEqualTo(Line.Status.ACTIVE);

    operator.on("PATCH " + path, product("L-0001", "terminated", "8619900000001"));
    assertThat(got(lines.setStatus(id, Line.Status.TERMINATED, "k3")).status())
        .isEqualTo(Line.Status.TERMINATED);
    assertThat(operator.last("PATCH").body()).isEqualTo("{\"status\":\"terminated\"}");
  }

  @Test
  void aChangeThatWasAcceptedButDidNotHappenIsOpen() {
    operator.on("PATCH " + PRODUCTS + "/L-0001", active());

    assertThat(lines.setStatus(new LineId("L-0001"), Line.Status.TERMINATED, "k"))
        .isInstanceOf(Answer.Silent.class);
  }

  @Test
  void aFailureAfterTheChangeLeavesItOpen() {
    operator
        .on("PATCH " + PRODUCTS + "/L-0001", product("L-0001", "terminated", "8619900000001"))
        .on(PERSON, new Reply.HangsUp());

    assertThat(lines.setStatus(new LineId("L-0001"), Line.Status.TERMINATED, "k"))
        .isInstanceOf(Answer.Silent.class);
  }

  @Test
  void anUnknownLineCannotBeEnded() {
    assertThat(lines.setStatus(new LineId("L-9"), Line.Status.TERMINATED, "k"))
        .isEqualTo(
            new Answer.Failed<>(
                Fault.rejected("bss", "PATCH " + PRODUCTS + "/L-9 got 404, code 404")));
  }

  private static <T> T got(Answer<T> answer) {
    if (answer instanceof Answer.Got<T>(T value)) {
      return value;
    }
    throw new AssertionError(answer.toString());
  }
}
