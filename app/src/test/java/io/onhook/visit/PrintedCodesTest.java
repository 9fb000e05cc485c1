package io.onhook.visit;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.cancellation.Contact;
import io.onhook.cancellation.LineFixture;
import io.onhook.cancellation.RetractAnswer;
import io.onhook.cancellation.World;
import io.onhook.notice.Notice;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.shared.Malformed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes on paper, for who can't be sent any. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintedCodesTest {
  private static final Actor LIN = Actor.staff("lin");
  private static final URI PAGE = URI.create("https://example.org/sign-in/reference/printed");
  private static final Pattern CODE =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

  private final World world = new World();
  private final AtomicLong tickets = new AtomicLong();
  private final Visits visits = world.bean(Visits.class);
  private final PrintedCodes codes = world.bean(PrintedCodes.class);

  @AfterAll
  void stop() {
    world.close();
  }

  private Visit seen(Visit visit) {
    var unused =
        world.bean(Identities.class).compare(visit, "resident-id", LineFixture.DOCUMENT, LIN);
    return visits.find(visit.id()).orElseThrow();
  }

  /** Somebody with neither phone nor mail, whose request was opened here. */
  private Visit byLetter(LineFixture line) {
    world.operator.add(line);
    Visit visit = visits.of(VisitTest.ticket(tickets.incrementAndGet(), Optional.empty()), LIN);
    visits.takeUp(visit.id(), line.number(), LIN);
    Visit known = seen(visits.find(visit.id()).orElseThrow());
    var wish =
        new OpenWish(
            new Contact(Notice.Channel.LETTER, "张伟\n示例路 1 号", null),
            null,
            Language.ZH_CN,
            Map.of());
    assertThat(world.bean(Opening.class).open(known, wish, LIN))
        .isInstanceOf(OpenAnswer.Opened.class);
    return visits.find(visit.id()).orElseThrow();
  }

  private String printed(Visit visit) throws IOException {
    if (!(codes.print(visit, PAGE, LIN) instanceof PrintAnswer.Printed(byte[] pdf))) {
      throw new AssertionError("Not printed");
    }
    Matcher code = CODE.matcher(text(pdf));
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void aNewCodeKillsTheOldAndNoneIsKept() throws IOException {
    Visit visit = byLetter(aLine());
    CaseReference reference = visit.reference().orElseThrow();
    assertThat(codes.isOffered(visit)).isTrue();
    String first = printed(visit);
    assertThat(codes.fits(reference, first)).isTrue();
    assertThat(codes.fits(reference, first.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
        .isTrue();
    String second = printed(visit);
    assertThat(codes.fits(reference, first)).isFalse();
    assertThat(codes.fits(reference, second)).isTrue();

    JdbcClient jdbc = JdbcClient.create(world.bean(DataSource.class));
    assertThat(
            jdbc.sql("SELECT digest FROM visit.printed_code WHERE reference = ?")
                .param(reference.text())
                .query(String.class)
                .single())
        .doesNotContain(second)
        .doesNotContain(second.replace("-", ""));
  }

  @Test
  void theReceiptThatIsKeptHasNoCode() throws IOException {
    Visit visit = byLetter(aLine());
    var signatures = world.bean(Signatures.class);
    String hash = signatures.shown(visit, LIN).orElseThrow().hash();
    assertThat(signatures.sign(visit, hash, new Mark.Name("张伟"), LIN))
        .isEqualTo(new SignAnswer.Signed());
    String code = printed(visit);
    assertThat(text(signatures.receipt(visit).orElseThrow())).doesNotContain(code);
    assertThat(text(signatures.receipt(visit).orElseThrow())).doesNotContain(code);
  }

  @Test
  void isMadeAnewInAnotherVisitOnceTheIdWasSeen() throws IOException {
    Visit visit = byLetter(aLine());
    CaseReference reference = visit.reference().orElseThrow();
    String first = printed(visit);
    Visit later =
        visits.of(VisitTest.ticket(tickets.incrementAndGet(), Optional.of(reference)), LIN);
    assertThat(codes.print(later, PAGE, LIN)).isEqualTo(new PrintAnswer.NotReady());
    assertThat(codes.fits(reference, first)).isTrue();
    assertThat(codes.fits(reference, printed(seen(later)))).isTrue();
    assertThat(codes.fits(reference, first)).isFalse();
  }

  @Test
  void isForNobodyWhomMessagesReachNorForAnOwnLine() throws IOException {
    LineFixture line = aLine();
    world.operator.add(line);
    CaseReference reference =
        VisitTest.submitted(world.cancellations(), line, Actor.api("hotline"));
    Visit visit =
        visits.of(VisitTest.ticket(tickets.incrementAndGet(), Optional.of(reference)), LIN);
    assertThat(codes.isOffered(visit)).isFalse();
    assertThat(codes.print(seen(visit), PAGE, LIN)).isEqualTo(new PrintAnswer.Reached());

    LineFixture own = aLine();
    Visit letter = byLetter(own);
    assertThat(codes.print(letter, PAGE, Actor.staff(own.partyId())))
        .isEqualTo(new PrintAnswer.NotYours());
    assertThat(codes.fits(CaseReference.random(new java.util.Random(1)), printed(letter)))
        .isFalse();
    assertThatThrownBy(() -> codes.fits(letter.reference().orElseThrow(), "123"))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> codes.fits(letter.reference().orElseThrow(), "7K3Q-X0M9-TW4Ü"))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void isErasedWithTheCase() throws IOException {
    try (var other = new World()) {
      LineFixture line = aLine();
      other.operator.add(line);
      Visits there = other.bean(Visits.class);
      Visit visit = there.of(VisitTest.ticket(1, Optional.empty()), LIN);
      there.takeUp(visit.id(), line.number(), LIN);
      Visit known = there.find(visit.id()).orElseThrow();
      var unused =
          other.bean(Identities.class).compare(known, "resident-id", LineFixture.DOCUMENT, LIN);
      var wish =
          new OpenWish(
              new Contact(Notice.Channel.LETTER, "示例路 1 号", null), null, Language.EN, Map.of());
      assertThat(other.bean(Opening.class).open(known, wish, LIN))
          .isInstanceOf(OpenAnswer.Opened.class);
      Visit opened = there.find(visit.id()).orElseThrow();
      CaseReference reference = opened.reference().orElseThrow();
      var printing = other.bean(PrintedCodes.class);
      if (!(printing.print(opened, PAGE, LIN) instanceof PrintAnswer.Printed(byte[] pdf))) {
        throw new AssertionError("Not printed");
      }
      Matcher code = CODE.matcher(text(pdf));
      assertThat(code.find()).isTrue();

      assertThat(other.cancellations().retract(reference, Actor.holder(line.partyId())))
          .isEqualTo(new RetractAnswer.Retracted());
      World.await(
          "the case to be over",
          () ->
              other
                  .cancellations()
                  .find(reference, LIN)
                  .filter(it -> !it.retractable())
                  .isPresent());
      other.clock.advance(Duration.ofDays(100));
      other.bean(VisitRetention.class).erase();
      assertThat(printing.fits(reference, code.group())).isTrue();
      other.clock.advance(Duration.ofDays(800));
      other.bean(VisitRetention.class).erase();
      assertThat(printing.fits(reference, code.group())).isFalse();
    }
  }
}
