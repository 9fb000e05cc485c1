package io.onhook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.onhook.access.OneLine;
import io.onhook.api.ApiFixture.Program;
import io.onhook.cancellation.Bound;
import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.CancellationRefusal;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.DecideAnswer;
import io.onhook.cancellation.GateFinding;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.cancellation.Need;
import io.onhook.cancellation.PromisedDates;
import io.onhook.cancellation.RetractAnswer;
import io.onhook.cancellation.ReviewDecision;
import io.onhook.cancellation.StepView;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.certificate.Certificates;
import io.onhook.engine.CaseId;
import io.onhook.line.LineId;
import io.onhook.notice.Notice.Channel;
import io.onhook.policy.Gate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Fault;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each answer of the domain, as a program sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ApiFixture.class)
class AnswersTest {
  private static final String SUBMIT = "/api/v1/cancellations";
  private static final Instant NOW = Instant.parse("2026-11-22T10:10:00Z");
  private static final PromisedDates DATES = new PromisedDates(NOW, NOW, NOW, NOW);
  private static final CaseReference REFERENCE = CaseReference.random(new Random(7));
  private static final String CASE = SUBMIT + "/" + REFERENCE;
  private static final String BODY =
      """
      {"number":"1990000 0001","language":"en","endsOn":"2026-12-31",
       "holder":{"name":"张伟","documentKind":"resident-id","documentNumber":"11010519491231002X"},
       "contact":{"channel":"email","address":"zhang.wei@example.com",
                  "confirmedAt":"2026-11-22T10:00:00Z"}}\
      """;

  @LocalServerPort private int port;
  private final Cancellations cancellations;
  private final Certificates certificates;
  private final OneLine lines;

  AnswersTest(
      @Autowired Cancellations cancellations,
      @Autowired Certificates certificates,
      @Autowired OneLine lines) {
    this.cancellations = cancellations;
    this.certificates = certificates;
    this.lines = lines;
  }

  @BeforeEach
  void nothingAsked() {
    reset(cancellations, certificates);
    lines.fault = null;
    lines.line = OneLine.active();
  }

  @Test
  void submitsWhatWasSentAndRepeatsTheFirstAnswerWhateverHappensToTheNumber() throws Exception {
    answers(new SubmitAnswer.Submitted(REFERENCE, NOW, DATES, false));

    HttpResponse<String> first = submit("key-1", BODY);
    lines.fault = Fault.unreachable("bss", "gone");
    HttpResponse<String> again = submit("key-1", BODY.replace("\n", " "));
    HttpResponse<String> other = submit("key-1", BODY.replace("12-31", "12-30"));

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers().firstValue("Location")).contains(CASE);
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body()).contains(REFERENCE.text());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("idempotency-key.reused");
    var sent = ArgumentCaptor.forClass(CancelLine.class);
    verify(cancellations, times(1)).submit(sent.capture(), eq(Actor.api("demo")), eq("key-1"));
    assertThat(sent.getValue().line()).isEqualTo(new LineId("L-0001"));
    assertThat(sent.getValue().holderName()).isEqualTo("张伟");
    assertThat(sent.getValue().contact().channel()).isEqualTo(Channel.EMAIL);
    assertThat(sent.getValue().language()).isEqualTo(Language.EN);
    assertThat(sent.getValue().way()).isEqualTo("api");
  }

  @Test
  void usesNoKeyUpByARefusal() throws Exception {
    answers(new SubmitAnswer.PartnerUnavailable(Fault.timeout("bss", "slow")));
    assertThat(submit("key-2", BODY).statusCode()).isEqualTo(503);
    answers(new SubmitAnswer.Submitted(REFERENCE, NOW, DATES, false));
    assertThat(submit("key-2", BODY.replace("12-31", "12-30")).statusCode()).isEqualTo(201);
  }

  @Test
  void saysOfAnAmountInAnotherCurrencyThatAPersonIsToldAndNotWhenToTryAgain() throws Exception {
    Fault odd = Fault.otherCurrency("bss", "bill B-1 is in USD");
    when(cancellations.check(any(), any(), any())).thenReturn(new CheckAnswer.NotReckonable(odd));
    answers(new SubmitAnswer.NotReckonable(new LineId("L-0001"), odd));

    for (HttpResponse<String> answer :
        List.of(
            Program.at(port).post("/api/v1/eligibility-checks", "{\"number\":\"+8619900000001\"}"),
            submit("key-odd", BODY))) {
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
      assertThat(answer.body())
          .contains("\"type\":\"urn:onhook:problem:line.not-reckonable\"")
          .contains("A person has been told")
          .doesNotContain("USD");
    }
    answers(new SubmitAnswer.Submitted(REFERENCE, NOW, DATES, false));
    assertThat(submit("key-odd", BODY).statusCode()).as("the key is not used up").isEqualTo(201);
  }

  @Test
  void leadsToTheCaseThatIsUnderWay() throws Exception {
    answers(new SubmitAnswer.AlreadyOpen(REFERENCE));

    HttpResponse<String> answer = submit("key-3", BODY);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Location")).contains(CASE);
    assertThat(answer.body())
        .contains("cancellation.open")
        .contains("\"reference\":\"" + REFERENCE + "\"");
  }

  @Test
  void saysWhichGateBlocksAndWhatSolvesIt() throws Exception {
    var text = new Text(Map.of("en", "Unpaid bills", "zh-CN", "欠费"));
    var finding =
        new GateFinding(
            Gate.ARREARS,
            GateEffect.BLOCKS,
            text,
            text,
            text,
            Money.of("CNY", 1250),
            NOW,
            List.of());
    answers(new SubmitAnswer.Refused(List.of(new CancellationRefusal.Blocked(finding))));

    HttpResponse<String> english = submit("key-4", BODY);
    HttpResponse<String> chinese =
        Program.at(port).chinese().post(SUBMIT, BODY, "Idempotency-Key", "key-4");

    assertThat(english.statusCode()).isEqualTo(409);
    assertThat(english.body())
        .contains("\"code\":\"gate.arrears\"")
        .contains("Unpaid bills")
        .contains("\"value\":\"12.50\"")
        .contains("\"freeAt\":\"2026-11-22T10:10:00Z\"");
    assertThat(chinese.body()).contains("欠费").contains("该号码目前不能注销");
  }

  @Test
  void saysWhereCopiesGoThatItCannotTake() throws Exception {
    answers(
        new SubmitAnswer.Refused(
            List.of(new CancellationRefusal.CopyMissing(Paper.RESIDENT_ID, 2))));

    HttpResponse<String> answer = submit("key-copy", BODY);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("\"code\":\"copy.missing\"")
        .contains("this interface takes no files")
        .contains("Lead the holder to the online form.");
  }

  @Test
  void namesWrongFieldsAsTheBodyHasThem() throws Exception {
    answers(
        new SubmitAnswer.Refused(
            List.of(
                new CancellationRefusal.WrongField("holderName", "name.too-long", "Shorter."),
                new CancellationRefusal.WrongField(
                    "documentNumber", "resident-id.check-digit", "Compare."),
                new CancellationRefusal.WrongField(
                    "contact.address", "contact.is-the-line", "Another."))));

    HttpResponse<String> answer = submit("key-5", BODY);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("\"field\":\"holder.name\"")
        .contains("\"field\":\"holder.documentNumber\"")
        .contains("\"field\":\"contact.address\"")
        .contains("The last character of the ID number does not fit the others.");
  }

  @Test
  void showsACaseStepByStepToWhoSubmittedItAndToReviewersOnly() throws Exception {
    view(Actor.api("demo"));
    HttpResponse<String> own = Program.at(port).get(CASE);
    view(Actor.holder("P-1"));
    HttpResponse<String> foreign = Program.at(port).get(CASE);
    HttpResponse<String> reviewer = Program.at(port).reviewer().get(CASE);
    HttpResponse<String> malformed = Program.at(port).get(SUBMIT + "/nonsense");

    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.body())
        .contains("\"line\":\"in-review\"")
        .contains("\"money\":\"being-settled\"")
        .contains("\"name\":\"review\",\"state\":\"decision\"")
        .contains("\"at\":\"2026-11-22T10:10:00Z\"")
        .doesNotContain("P-1");
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(malformed.statusCode()).isEqualTo(404);
    assertThat(malformed.body()).isEqualTo(foreign.body());
    assertThat(reviewer.statusCode()).isEqualTo(200);
  }

  @Test
  void takesADecision() throws Exception {
    view(Actor.api("demo"));
    when(cancellations.decide(any(), any(), any())).thenReturn(new DecideAnswer.Decided());

    HttpResponse<String> yes = decide("{\"decision\":\"approve\",\"note\":\"seen\"}");
    HttpResponse<String> no =
        decide("{\"decision\":\"not-approve\",\"reasons\":[\"dues-open\"],\"text\":\"Pay\"}");

    assertThat(yes.statusCode()).isEqualTo(200);
    assertThat(no.statusCode()).isEqualTo(200);
    verify(cancellations)
        .decide(REFERENCE, new ReviewDecision.Approve("seen"), Actor.api("demo-reviewer"));
    verify(cancellations)
        .decide(
            REFERENCE,
            new ReviewDecision.NotApprove(List.of(ReviewDecision.Reason.DUES_OPEN), "Pay"),
            Actor.api("demo-reviewer"));
  }

  @Test
  void asksTheHolderForMore() throws Exception {
    view(Actor.api("demo"));
    when(cancellations.decide(any(), any(), any())).thenReturn(new DecideAnswer.Asked());
    String body =
        "{\"decision\":\"ask-for-more\",\"needs\":[\"both-sides\",\"answer\"],\"text\":\"Who?\"}";
    assertThat(decide(body).statusCode()).isEqualTo(200);
    verify(cancellations)
        .decide(
            REFERENCE,
            new ReviewDecision.AskForMore(List.of(Need.BOTH_SIDES, Need.ANSWER), "Who?"),
            Actor.api("demo-reviewer"));
    assertThat(decide("{\"decision\":\"ask-for-more\",\"needs\":[\"gold\"]}").body())
        .contains("decision.need-unknown")
        .contains("\"field\":\"needs[0]\"");
    assertThat(decided(new DecideAnswer.NeedMissing()).statusCode()).isEqualTo(422);
    assertThat(decided(new DecideAnswer.AskedBefore()).body()).contains("decision.asked-before");
    assertThat(decided(new DecideAnswer.NothingToAsk()).body()).contains("decision.nothing-to-ask");
  }

  @Test
  void refusesADecisionThatIsNone() throws Exception {
    view(Actor.api("demo"));
    assertThat(decide("{\"decision\":\"maybe\"}").body()).contains("decision.unknown");
    assertThat(decide("{}").body()).contains("property.missing");
    assertThat(decide("{\"decision\":\"not-approve\",\"reasons\":[\"so\",null]}").body())
        .contains("\"field\":\"reasons[0]\"")
        .contains("\"field\":\"reasons[1]\"");
    assertThat(decide("{\"decision\":\"approve\",\"note\":\"" + "x".repeat(2001) + "\"}").body())
        .contains("text.too-long");
    verify(cancellations, never()).decide(any(), any(), any());
  }

  @Test
  void saysWhyADecisionDoesNotStand() throws Exception {
    view(Actor.api("demo"));
    assertThat(decided(new DecideAnswer.NeedsSecondPerson()).statusCode()).isEqualTo(202);
    assertThat(decided(new DecideAnswer.OwnCase()).body()).contains("decision.own-case");
    assertThat(decided(new DecideAnswer.SamePerson()).body()).contains("decision.same-person");
    assertThat(decided(new DecideAnswer.ClaimedBy("lin")).body())
        .contains("decision.claimed")
        .doesNotContain("lin\"");
    assertThat(decided(new DecideAnswer.NothingToDecide()).statusCode()).isEqualTo(409);
    assertThat(decided(new DecideAnswer.ReasonMissing()).statusCode()).isEqualTo(422);
  }

  @Test
  void takesACaseBackUntilItIsTooLate() throws Exception {
    view(Actor.api("demo"));
    assertThat(retracted(new RetractAnswer.Retracted()).statusCode()).isEqualTo(200);
    assertThat(retracted(new RetractAnswer.AlreadyRetracted()).statusCode()).isEqualTo(200);
    assertThat(retracted(new RetractAnswer.TooLate()).body()).contains("retraction.too-late");
    assertThat(retracted(new RetractAnswer.AlreadyEnded()).statusCode()).isEqualTo(409);
  }

  @Test
  void handsOutTheCertificateOnceThereIsOne() throws Exception {
    view(Actor.api("demo"));
    when(certificates.pdf(REFERENCE)).thenReturn(Optional.empty());
    HttpResponse<String> early = Program.at(port).get(CASE + "/certificate");
    when(certificates.pdf(REFERENCE)).thenReturn(Optional.of("%PDF-1.7".getBytes("US-ASCII")));
    HttpResponse<String> issued = Program.at(port).get(CASE + "/certificate");

    assertThat(early.statusCode()).isEqualTo(404);
    assertThat(early.body()).contains("certificate.not-issued");
    assertThat(issued.body()).isEqualTo("%PDF-1.7");
    assertThat(issued.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(issued.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment");
    assertThat(issued.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
  }

  private HttpResponse<String> submit(String key, String body) throws Exception {
    return Program.at(port).post(SUBMIT, body, "Idempotency-Key", key);
  }

  private HttpResponse<String> decide(String body) throws Exception {
    return Program.at(port).reviewer().post(CASE + "/decision", body);
  }

  private HttpResponse<String> decided(DecideAnswer answer) throws Exception {
    when(cancellations.decide(any(), any(), any())).thenReturn(answer);
    return decide("{\"decision\":\"approve\"}");
  }

  private HttpResponse<String> retracted(RetractAnswer answer) throws Exception {
    when(cancellations.retract(any(), any())).thenReturn(answer);
    return Program.at(port).post(CASE + "/retraction", "");
  }

  private void answers(SubmitAnswer answer) {
    when(cancellations.submit(any(), any(), any())).thenReturn(answer);
  }

  private void view(Actor submittedBy) {
    when(cancellations.find(eq(REFERENCE), any()))
        .thenReturn(
            Optional.of(
                new CancellationView(
                    REFERENCE,
                    new CaseId(1),
                    new LineId("L-0001"),
                    "P-1",
                    "+86199••••0001",
                    "Smart",
                    Language.EN,
                    submittedBy,
                    NOW,
                    LineTrack.IN_REVIEW,
                    MoneyTrack.BEING_SETTLED,
                    DATES,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("decision"),
                    Optional.empty(),
                    true,
                    Optional.of("review"),
                    null,
                    Optional.empty(),
                    List.of(
                        new StepView("check-gates", StepView.State.DONE, NOW, null, null),
                        new StepView("review", StepView.State.DECISION, null, null, null)),
                    Bound.ALONE,
                    Optional.empty())));
  }
}
