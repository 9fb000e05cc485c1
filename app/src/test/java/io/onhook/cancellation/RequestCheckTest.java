package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.line.Line;
import io.onhook.notice.Notice.Channel;
import io.onhook.policy.PackFixture;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong value is named at once, with what to do instead. */
class RequestCheckTest {
  private static final Instant NOW = LineFixture.NOON;
  private static final String ZONE =
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";
  private static final Contact EMAIL = new Contact(Channel.EMAIL, "wei@example.org", NOW);

  @ParameterizedTest
  @ValueSource(strings = {"张伟", "阿依古丽·买买提", "Ana María O'Neill-Öz", "𠮷田 太郎", "示例（中国）有限公司"})
  void takesRealNames(String name) {
    assertThat(codes(request(name, "resident-id", LineFixture.DOCUMENT, EMAIL))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "' ',name.missing",
    "<script>alert(1)</script>,name.characters",
    "'=cmd()',name.characters",
    "张\u200b伟,text.invisible",
    "\u202e伟张,text.invisible"
  })
  void refusesWhatIsNoName(String name, String code) {
    assertThat(codes(request(name, "resident-id", LineFixture.DOCUMENT, EMAIL)))
        .containsExactly(code);
  }

  @Test
  void namesEveryWrongValueAtOnce() {
    var contact = new Contact(Channel.SMS, "13800138000", null);
    assertThat(codes(request("x".repeat(300), "resident-id", "110105194912310021", contact)))
        .containsExactly(
            "name.too-long", "resident-id.check-digit", "msisdn.form", "contact.not-confirmed");
  }

  @ParameterizedTest
  @CsvSource({
    "passport,E123,passport.form",
    "passport,L898902C37UTO7408122F1204159ZE184226B<<<<<10,passport.number",
    "passport,L898902C36UTO7408122F1204159ZE184226B<<<<<,passport.zone",
    "identity-card,12,identity-card.form",
    "horoscope,X,document-kind.unknown"
  })
  void looksAtTheDocument(String kind, String number, String code) {
    assertThat(codes(request("张伟", kind, number, EMAIL))).containsExactly(code);
  }

  @Test
  void aPassportMayBeReadByItsZone() {
    assertThat(codes(request("Anna", "passport", ZONE, EMAIL))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ANNA MARIA ERIKSSON, L898902C3, 1974-08-12, MATCHES",
    "埃里克松, L898902C3, 1974-08-12, MATCHES",
    "ANNA MARIA ERIKSSON, L898902C3, , MATCHES",
    "ANNA MARIA ERIKSSON, L898902C3, 1974-08-13, DIFFERS",
    "ANNA MARIA ERIKSSON, L898902C4, 1974-08-12, DIFFERS",
    "ANNA KARENINA, L898902C3, 1974-08-12, DIFFERS",
  })
  void comparesTheZoneWithTheHolder(
      String name, String number, @Nullable LocalDate born, Standing.Identity expected) {
    var holder =
        new Line.Holder(
            "P-1",
            name,
            Line.Holder.Kind.PERSON,
            "passport",
            number,
            false,
            Optional.empty(),
            Optional.empty(),
            born);
    assertThat(HolderMatch.compare(holder, name, "passport", ZONE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wei@exa\u200bmple.org", "\u202ewei@example.org"})
  void refusesAContactWithWhatNobodySees(String address) {
    assertThat(
            codes(
                request(
                    "张伟",
                    "resident-id",
                    LineFixture.DOCUMENT,
                    new Contact(Channel.EMAIL, address, NOW))))
        .containsExactly("text.invisible");
  }

  @Test
  void theContactIsNotTheLine() {
    var line = aLine();
    var contact = new Contact(Channel.SMS, line.number().e164(), NOW);
    assertThat(fitting(line, contact, null)).containsExactly("contact.is-the-line");
  }

  @ParameterizedTest
  @CsvSource({"2026-03-01,ends-on.past", "2026-09-01,ends-on.too-far"})
  void theDayCanBe(LocalDate day, String code) {
    assertThat(fitting(aLine(), EMAIL, day)).containsExactly(code);
  }

  @Test
  void todayCanBeAskedFor() {
    assertThat(fitting(aLine(), EMAIL, LocalDate.of(2026, 3, 2))).isEmpty();
  }

  private static List<String> fitting(
      LineFixture line, Contact contact, @Nullable LocalDate endsOn) {
    var request = request("张伟", "resident-id", LineFixture.DOCUMENT, contact, endsOn);
    var pack = PackFixture.defaultPack().load();
    return RequestCheck.fitting(request, line.line(), pack, Actor.holder("P-1"), NOW).stream()
        .map(CancellationRefusal::code)
        .toList();
  }

  private static List<String> codes(CancelLine request) {
    return RequestCheck.typed(request).stream().map(CancellationRefusal::code).toList();
  }

  private static CancelLine request(String name, String kind, String number, Contact contact) {
    return request(name, kind, number, contact, null);
  }

  private static CancelLine request(
      String name, String kind, String number, Contact contact, @Nullable LocalDate endsOn) {
    return new CancelLine(
        aLine().id(), name, kind, number, endsOn, contact, null, Language.EN, "web");
  }
}
