package io.onhook.visit;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Applicants;
import io.onhook.cancellation.CancellationRefusal.CopyMissing;
import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.LineFixture;
import io.onhook.cancellation.Representative;
import io.onhook.cancellation.World;
import io.onhook.document.SpecimenFiles;
import io.onhook.document.TakeAnswer;
import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.notice.Notice;
import io.onhook.policy.Acting;
import io.onhook.policy.PackFixture;
import io.onhook.policy.Paper;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Somebody stands at the window in the holder's place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitorTest {
  private static final Actor LIN = Actor.staff("lin");
  private static final String OWN_ID = "110105190101039020";
  private static final LocalDate LATER = LocalDate.of(2026, 12, 31);
  private static final OpenWish WISH =
      new OpenWish(
          new Contact(Notice.Channel.LETTER, "李娜\n示例路 1 号", null), null, Language.ZH_CN, Map.of());

  @TempDir private static Path folder;

  private final World world = new World();
  private final AtomicLong tickets = new AtomicLong();

  @AfterAll
  void stop() {
    world.close();
  }

  private static Representative as(Acting acting, String relation) {
    return new Representative(
        acting,
        "李娜",
        "resident-id",
        OWN_ID,
        relation,
        Representative.needsMandate(acting) ? LATER : null);
  }

  private Visit about(World there, LineFixture line) {
    there.operator.add(line);
    Visits visits = there.bean(Visits.class);
    Visit visit = visits.of(VisitTest.ticket(tickets.incrementAndGet(), Optional.empty()), LIN);
    visits.takeUp(visit.id(), line.number(), LIN);
    return visits.find(visit.id()).orElseThrow();
  }

  private Visit about(LineFixture line) {
    return about(world, line);
  }

  private Visitors visitors() {
    return world.bean(Visitors.class);
  }

  private static Line line(LineFixture line) {
    return line.line();
  }

  private void take(Visit visit, Paper... papers) {
    for (Paper paper : papers) {
      assertThat(world.bean(Identities.class).photograph(visit, paper, SpecimenFiles.pdf(2), LIN))
          .hasValueSatisfying(it -> assertThat(it).isInstanceOf(TakeAnswer.Taken.class));
    }
  }

  private OpenAnswer open(Visit visit) {
    return world.bean(Opening.class).open(visit, WISH, LIN);
  }

  private CaseReference opened(Visit visit) {
    if (open(visit) instanceof OpenAnswer.Opened(var reference)) {
      return reference;
    }
    throw new AssertionError("Not opened");
  }

  private void compare(Visit visit, String kind, String number) {
    assertThat(world.bean(Identities.class).compare(visit, kind, number, LIN))
        .isInstanceOfSatisfying(
            IdentityAnswer.Compared.class, it -> assertThat(it.check().fits()).isTrue());
  }

  private SignAnswer sign(Visit visit, String name) {
    var signatures = world.bean(Signatures.class);
    String hash = signatures.shown(visit, LIN).orElseThrow().hash();
    return signatures.sign(visit, hash, new Mark.Name(name), LIN);
  }

  @Test
  void anAgentBringsBothIdsAndTheMandateAndSignsForTheHolder() {
    LineFixture line = aLine();
    Visit visit = about(line);
    assertThat(visitors().say(visit, as(Acting.AGENT, "family"), LIN))
        .isInstanceOf(VisitorAnswer.Said.class);
    assertThat(open(visit)).as("the holder's own ID").isEqualTo(new OpenAnswer.NoIdentity());
    compare(visit, "resident-id", LineFixture.DOCUMENT);
    assertThat(open(visit))
        .isInstanceOfSatisfying(
            OpenAnswer.Refused.class,
            no ->
                assertThat(no.because())
                    .containsExactlyInAnyOrder(
                        new CopyMissing(Paper.AGENT_ID, 1),
                        new CopyMissing(Paper.AUTHORISATION, 1)));
    take(visit, Paper.AGENT_ID, Paper.AUTHORISATION);
    CaseReference reference = opened(visit);

    var seen =
        Objects.requireNonNull(
            world
                .bean(Applicants.class)
                .application(reference, Actor.staff("wang"), line(line).holder())
                .orElseThrow()
                .onBehalf());
    assertThat(seen.acting()).isEqualTo("agent");
    assertThat(seen.name()).isEqualTo("李娜");

    Visit now = world.bean(Visits.class).find(visit.id()).orElseThrow();
    assertThat(world.bean(Signatures.class).shown(now, LIN).orElseThrow().items())
        .anySatisfy(it -> assertThat(it.value().en()).startsWith("The holder gave me a signed"))
        .anySatisfy(it -> assertThat(it.value().zh()).isEqualTo("张伟"))
        .anySatisfy(it -> assertThat(it.value().zh()).isEqualTo("李娜，受托人，家人，授权至 2026-12-31"));
    assertThat(sign(now, "张伟")).isEqualTo(new SignAnswer.OtherName());
    assertThat(sign(now, "李娜")).isEqualTo(new SignAnswer.Signed());
    assertThat(world.bean(Signatures.class).receipt(now)).isPresent();
    assertThat(visitors().holder(now, LIN)).isEqualTo(new VisitorAnswer.Settled());
    assertThat(world.bean(Journal.class).stream("visits-" + now.office()))
        .filteredOn(entry -> entry.kind().equals("visitor-said"))
        .extracting(Entry::detail)
        .contains("{\"acting\":\"agent\"}")
        .allSatisfy(detail -> assertThat(detail).doesNotContain("李").doesNotContain(OWN_ID));
  }

  @Test
  void aCompanysLineIsEndedByWhomTheCompanySends() {
    LineFixture line = aLine().ofACompany();
    Visit visit = about(line);
    assertThat(visitors().acting(visit, line(line))).isEqualTo(Acting.COMPANY);
    assertThat(visitors().isToBeSaid(visit, line(line))).isTrue();
    compare(visit, "company-registration", line(line).holder().documentNumber());
    assertThat(open(visit)).isEqualTo(new OpenAnswer.NotSaid());
    assertThat(visitors().say(visit, as(Acting.COMPANY, "employee"), LIN))
        .isInstanceOf(VisitorAnswer.Said.class);
    take(visit, Paper.COMPANY_REGISTRATION, Paper.INTRODUCTION_LETTER, Paper.AGENT_ID);
    assertThat(world.bean(Applicants.class).acting(opened(visit))).isEqualTo(Acting.COMPANY);
  }

  @Test
  void anHeirActsForTheDeadWhoseNumberIsCompared() {
    LineFixture line = aLine().ofTheDead();
    Visit visit = about(line);
    assertThat(open(visit)).isEqualTo(new OpenAnswer.NotSaid());
    visitors().say(visit, as(Acting.HEIR, "child"), LIN);
    compare(visit, "resident-id", LineFixture.DOCUMENT);
    take(visit, Paper.AGENT_ID, Paper.DEATH_CERTIFICATE, Paper.KINSHIP_PROOF);
    assertThat(world.bean(Applicants.class).acting(opened(visit))).isEqualTo(Acting.HEIR);
  }

  @Test
  void namesAllThatIsWrongAboutWhoActsAndKeepsNothing() {
    Visit visit = about(aLine());
    var wrong =
        new Representative(
            Acting.GUARDIAN,
            "",
            "resident-id",
            "110105190101039021",
            "stranger",
            LocalDate.of(2026, 3, 1));
    assertThat(visitors().say(visit, wrong, LIN))
        .isInstanceOfSatisfying(
            VisitorAnswer.Wrong.class,
            it ->
                assertThat(it.fields())
                    .extracting(WrongField::field)
                    .containsExactlyInAnyOrder(
                        "representative.name",
                        "representative.documentNumber",
                        "representative.relation",
                        "representative.mandateUntil"));
    var holder =
        new Representative(
            Acting.AGENT, "张伟", "resident-id", LineFixture.DOCUMENT, "family", LATER);
    assertThat(visitors().say(visit, holder, LIN))
        .isInstanceOfSatisfying(
            VisitorAnswer.Wrong.class,
            it ->
                assertThat(it.fields())
                    .extracting(WrongField::code)
                    .containsExactly("representative.is-holder"));
    assertThat(visitors().of(visit)).isEmpty();
  }

  @Test
  void noClerkServesAnOwnLineOrActsForItsHolder() {
    LineFixture line = aLine();
    Visit visit = about(line);
    Actor holder = Actor.staff(line.partyId());
    assertThat(visitors().say(visit, as(Acting.AGENT, "friend"), holder))
        .as("the line is the clerk's")
        .isEqualTo(new VisitorAnswer.NotYours());

    LineFixture own = aLine();
    world.operator.add(own);
    LineFixture company = aLine().ofACompany();
    Visit another = about(company);
    Actor clerk = Actor.staff(own.partyId());
    var self =
        new Representative(
            Acting.COMPANY, "张伟", "resident-id", LineFixture.DOCUMENT, "employee", null);
    assertThat(visitors().say(another, self, clerk))
        .as("who acts is the clerk")
        .isEqualTo(new VisitorAnswer.NotYours());
    assertThat(visitors().say(another, self, LIN)).isInstanceOf(VisitorAnswer.Said.class);
    compare(another, "company-registration", line(company).holder().documentNumber());
    take(another, Paper.COMPANY_REGISTRATION, Paper.INTRODUCTION_LETTER, Paper.AGENT_ID);
    assertThat(world.bean(Opening.class).open(another, WISH, clerk))
        .isEqualTo(new OpenAnswer.NotYours());
    assertThat(opened(another)).isNotNull();
  }

  @Test
  void nobodyActsWhomThePackForbidsAndAnotherLineIsAskedAnew() throws IOException {
    String mine =
        PackFixture.defaultPack()
            .with("id: default", "id: mine")
            .with(
                "    actors: [holder, agent, heir, company, guardian]\n  phone:",
                "    actors: [holder, agent]\n  phone:")
            .text();
    Files.writeString(folder.resolve("mine.yaml"), mine);
    try (var strict = new World("onhook.packs=" + folder, "onhook.pack=mine")) {
      var visitors = strict.bean(Visitors.class);
      assertThat(visitors.allowed()).containsExactly(Acting.HOLDER, Acting.AGENT);
      LineFixture company = aLine().ofACompany();
      Visit visit = about(strict, company);
      assertThat(visitors.say(visit, as(Acting.COMPANY, "employee"), LIN))
          .isEqualTo(new VisitorAnswer.NotHere());
      assertThat(visitors.isToBeSaid(visit, company.line())).isFalse();
      assertThat(visitors.say(visit, as(Acting.AGENT, "friend"), LIN))
          .isInstanceOf(VisitorAnswer.Said.class);
      LineFixture other = aLine();
      strict.operator.add(other);
      Visits visits = strict.bean(Visits.class);
      visits.takeUp(visit.id(), other.number(), LIN);
      assertThat(visitors.of(visits.find(visit.id()).orElseThrow())).isEmpty();
    }
  }

  @Test
  void noDocumentOfTheHolderIsComparedWhereThePackWantsNone() throws IOException {
    Path packs = Files.createDirectories(folder.resolve("without"));
    String mine =
        PackFixture.defaultPack()
            .with("id: default", "id: without")
            .with(
                "    papers: [resident-id, passport, sim, esim, bills, bank-card]\n"
                    + "    text:\n      zh-CN: 机主本人",
                "    papers: [sim, bank-card]\n    text:\n      zh-CN: 机主本人")
            .with(
                "papers: [resident-id, passport, agent-id, authorisation,",
                "papers: [agent-id, authorisation,")
            .text();
    Files.writeString(packs.resolve("without.yaml"), mine);
    try (var free = new World("onhook.packs=" + packs, "onhook.pack=without")) {
      var visitors = free.bean(Visitors.class);
      LineFixture line = aLine();
      Visit visit = about(free, line);
      assertThat(visitors.isKnown(visit, line.line())).as("the holder shows theirs").isFalse();
      visitors.say(visit, as(Acting.AGENT, "friend"), LIN);
      assertThat(visitors.isKnown(visit, line.line())).isTrue();
      for (Paper paper : new Paper[] {Paper.AGENT_ID, Paper.AUTHORISATION}) {
        var unused =
            free.bean(Identities.class).photograph(visit, paper, SpecimenFiles.pdf(2), LIN);
      }
      assertThat(free.bean(Opening.class).open(visit, WISH, LIN))
          .isInstanceOf(OpenAnswer.Opened.class);
    }
  }

  @Test
  void aPhotoIsTakenOutAgainOnlyWhileThereIsNoCase() {
    Visit visit = about(aLine());
    var identities = world.bean(Identities.class);
    visitors().say(visit, as(Acting.AGENT, "friend"), LIN);
    take(visit, Paper.AGENT_ID);
    identities.takeOut(visit, identities.photos(visit).getFirst().id(), LIN);
    assertThat(identities.photos(visit)).isEmpty();
    take(visit, Paper.AGENT_ID, Paper.AUTHORISATION);
    compare(visit, "resident-id", LineFixture.DOCUMENT);
    opened(visit);
    Visit now = world.bean(Visits.class).find(visit.id()).orElseThrow();
    identities.takeOut(now, identities.photos(now).getFirst().id(), LIN);
    assertThat(identities.photos(now)).hasSize(2);
  }
}
