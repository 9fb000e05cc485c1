package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.CancellationRefusal.Blocked;
import io.onhook.cancellation.CancellationRefusal.CopyMissing;
import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.document.SpecimenFiles;
import io.onhook.document.TakeAnswer;
import io.onhook.policy.Acting;
import io.onhook.policy.Gate;
import io.onhook.policy.Paper;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody asks online in the holder's place, with papers; a person compares them. */
class RepresentativeTest {
  private static final String OWN_ID = "110105190101039020";
  private static final LocalDate LATER = LocalDate.of(2026, 12, 31);

  private static World world;

  @BeforeAll
  static void start() {
    world = new World("onhook.documents.sweep=50ms");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Representative as(Acting acting, String relation) {
    boolean mandate = Representative.needsMandate(acting);
    return new Representative(
        acting, "李娜", "resident-id", OWN_ID, relation, mandate ? LATER : null);
  }

  private static Drawer drawer(LineFixture line) {
    return new Drawer("draft-of-" + line.n, line.partyId());
  }

  private static void take(Drawer drawer, Paper... papers) {
    for (Paper paper : papers) {
      assertThat(world.bean(Documents.class).take(drawer, paper, SpecimenFiles.pdf(2)))
          .isInstanceOf(TakeAnswer.Taken.class);
    }
  }

  @Test
  void anAgentSendsBothIdsAndTheMandate() {
    Story story = Story.given(world, aLine()).by(as(Acting.AGENT, "family"));
    Drawer drawer = drawer(story.line);
    story.whenHolderCancels(drawer);
    assertThat(((SubmitAnswer.Refused) story.answer()).because())
        .containsExactlyInAnyOrder(
            new CopyMissing(Paper.RESIDENT_ID, 2),
            new CopyMissing(Paper.AGENT_ID, 1),
            new CopyMissing(Paper.AUTHORISATION, 1));
    take(drawer, Paper.RESIDENT_ID, Paper.AGENT_ID, Paper.AUTHORISATION);
    story.whenHolderCancels(drawer);
    story.expect(LineTrack.IN_REVIEW).at("review");
    Application seen = application(story);
    assertThat(seen.matches()).as("the holder's own data").isTrue();
    var by = Objects.requireNonNull(seen.onBehalf());
    assertThat(by.acting()).isEqualTo("agent");
    assertThat(by.name()).isEqualTo("李娜");
    assertThat(by.maskedDocument()).isEqualTo("11••••9020");
    assertThat(by.mandateUntil()).isAfter(world.clock.instant());
    story.whenApproved().expect(LineTrack.SCHEDULED);
  }

  private static Application application(Story story) {
    var applicants = world.bean(Applicants.class);
    return applicants
        .application(story.reference(), Story.REVIEWER, story.line.line().holder())
        .orElseThrow();
  }

  @Test
  void anHeirAsksForTheLineOfTheDead() {
    Story story = Story.given(world, aLine().ofTheDead());
    Drawer drawer = drawer(story.line);
    take(drawer, Paper.AGENT_ID, Paper.DEATH_CERTIFICATE, Paper.KINSHIP_PROOF);
    story.whenHolderCancels(drawer);
    assertThat(blocking(story)).as("the dead don't ask").contains(Gate.HOLDER_DECEASED);
    story.by(as(Acting.HEIR, "child")).whenHolderCancels(drawer);
    story.expect(LineTrack.IN_REVIEW).at("review").whenApproved().expect(LineTrack.SCHEDULED);
    assertThat(world.bean(Applicants.class).acting(story.reference())).isEqualTo(Acting.HEIR);
  }

  @Test
  void aCompanySendsSomebody() {
    Story story = Story.given(world, aLine().ofACompany());
    Drawer drawer = drawer(story.line);
    take(drawer, Paper.COMPANY_REGISTRATION, Paper.INTRODUCTION_LETTER, Paper.AGENT_ID);
    story.whenHolderCancels(drawer);
    assertThat(blocking(story)).contains(Gate.COMPANY_LINE);
    story.by(as(Acting.COMPANY, "employee")).whenHolderCancels(drawer);
    story.expect(LineTrack.IN_REVIEW).at("review").whenApproved().expect(LineTrack.SCHEDULED);
  }

  @Test
  void namesAllThatIsWrongAboutWhoActs() {
    Story story = Story.given(world, aLine());
    story.by(
        new Representative(
            Acting.AGENT,
            "",
            "company-registration",
            OWN_ID,
            "stranger",
            LocalDate.of(2026, 3, 1)));
    story.whenHolderCancels(drawer(story.line));
    assertThat(((SubmitAnswer.Refused) story.answer()).because())
        .filteredOn(WrongField.class::isInstance)
        .extracting(it -> ((WrongField) it).field())
        .containsExactlyInAnyOrder(
            "representative.name",
            "representative.documentKind",
            "representative.relation",
            "representative.mandateUntil");
  }

  @Test
  void nobodyActsForThemselvesAsSomebodyElse() {
    Story story = Story.given(world, aLine());
    story.by(
        new Representative(
            Acting.AGENT, "李娜", "resident-id", LineFixture.DOCUMENT, "family", LATER));
    story.whenHolderCancels(drawer(story.line));
    assertThat(((SubmitAnswer.Refused) story.answer()).because())
        .filteredOn(WrongField.class::isInstance)
        .extracting(it -> ((WrongField) it).code())
        .containsExactly("representative.is-holder");
  }

  private static List<Gate> blocking(Story story) {
    return ((SubmitAnswer.Refused) story.answer())
        .because().stream()
            .filter(Blocked.class::isInstance)
            .map(it -> ((Blocked) it).finding().gate())
            .toList();
  }
}
