package io.onhook.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onhook.policy.PackLoader.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A wrong pack says file, line, field and remedy, all at once. */
class WrongPackTest {
  private static List<PackProblem> problems(String text) {
    WrongPacks wrong =
        catchThrowableOfType(
            WrongPacks.class,
            () -> new PackLoader().load(List.of(new Source("my.yaml", text)), "default"));
    assertThat(wrong).as("no problem was found").isNotNull();
    return wrong.problems();
  }

  static Stream<Arguments> wrongPlaces() {
    return Stream.of(
        wrong(
            "zone: Asia/Shanghai", "zone: Asia/Shanghigh", "zone", "Asia/Shanghigh", "tz database"),
        wrong("country: CN", "country: XX", "country", "XX", "ISO 3166"),
        wrong("country: CN", "country: china", "country", "china", "Two capital letters"),
        wrong("currency: CNY", "currency: RMB", "currency", "RMB", "ISO 4217"),
        wrong("version: 1", "version: one", "version", "one", "whole number"),
        wrong("version: 1", "version: 0", "version", "0", "whole number"),
        wrong("id: default", "id: My Pack", "id", "My Pack", "small letters"),
        wrong("languages: [zh-CN, en]", "languages: [zh-CN, de]", "languages", "en", "Add it"),
        wrong("    sides: 2 #", "    sides: 0 #", "papers.resident-id.sides", "0", "1 unless said"),
        wrong(
            "copies: [resident-id, passport,",
            "copies: [resident-id, guardianship-proof, sim,",
            "ways.web.copies.2",
            "sim",
            "guardianship-proof"),
        wrong(
            "kind: application",
            "kind: aplication",
            "request.kind",
            "aplication",
            "declaration, application"),
        wrong(
            "deadline: 5 working days",
            "deadline: 5 weeks",
            "request.review.deadline",
            "5 weeks",
            "5 working days"),
        wrong(
            "deadline: 5 working days",
            "deadline: 0 days",
            "request.review.deadline",
            "no time",
            "1 working day"),
        wrong(
            "deadline: 5 working days",
            "dead-line: 5 working days",
            "request.review.dead-line",
            "No such field",
            "deadline"),
        wrong(
            "four-eyes: false ", "four-eyes: maybe ", "request.review.four-eyes", "maybe", "true"),
        wrong(
            "four-eyes: false         # (cfg) two people are asked only where a case looks odd\n"
                + "    auto-pass: false ",
            "four-eyes: true\n    auto-pass: true ",
            "request.review.auto-pass",
            "pass without any",
            "four-eyes: false"),
        wrong(
            "cooling: 72 hours",
            "cooling: 99999 hours",
            "gates.sim-swapped-recently.cooling",
            "99999",
            "36500"),
        wrong(
            "    cooling: 72 hours # (cfg)\n",
            "",
            "gates.sim-swapped-recently.cooling",
            "missing",
            "72 hours"),
        wrong(
            "effect: warns #",
            "effect: moves-end-date #",
            "gates.payment-in-flight.effect",
            "by itself",
            "warns"),
        wrong("zh-CN: 有未缴的话费, ", "", "gates.arrears.title", "zh-CN is missing", "Add it"),
        wrong(
            "zh-CN: 有未缴的话费",
            "de: Offen, zh-CN: 有未缴的话费",
            "gates.arrears.title.de",
            "does not speak de",
            "languages"),
        wrong(
            "source: Article, point 2; usual in China",
            "source: \"\"",
            "gates.arrears.source",
            "\"\"",
            "Where the rule stands"),
        wrong(
            "    source: Order of an authority\n",
            "",
            "gates.legal-hold.source",
            "missing",
            "Where the rule stands"),
        wrong("  already-ended:\n", "  already-over:\n", "gates.already-ended", "missing", "gate"),
        wrong(
            "holder: # article, points 1 to 4\n    allowed: true",
            "holder:\n    allowed: false",
            "actors.holder.allowed",
            "may not act",
            "true"),
        wrong(
            "papers: [resident-id, passport, sim, esim, bills, bank-card]",
            "papers: [driving-licence]",
            "actors.holder.papers.0",
            "driving-licence",
            "resident-id"),
        wrong(
            "    copies: [company-registration, agent-id, authorisation, introduction-letter,"
                + " death-certificate, kinship-proof, guardianship-proof]",
            "    copies: [authorisation]",
            "ways.branch.actors.2",
            "Nobody could compare",
            "ways.branch.copies"),
        wrong(
            "  kinship-proof:\n",
            "  kin-proof:\n",
            "papers.kin-proof",
            "No such field",
            "kinship-proof"),
        wrong(
            "\"2026-10-07\"", "\"2026-02-30\"", "calendar.holidays.32", "2026-02-30", "real date"),
        wrong("\"2026-10-10\"", "\"2026-10-12\"", "calendar.extra-days", "worked anyhow", "monday"),
        wrong(
            "port-out-window: 0 days",
            "port-out-window: 91 days",
            "number.port-out-window",
            "longer",
            "Shorten"),
        wrong(
            "refund-ways: [bank-card, original-payment, branch-cash, other-line]",
            "refund-ways: []",
            "money.refund-ways",
            "no way",
            "at least one"),
        wrong(
            "small-write-off: 10 ",
            "small-write-off: 0.10 ",
            "money.small-write-off",
            "0.1",
            "smallest units"),
        wrong(
            "website: https://yhssglxt",
            "website: http://yhssglxt",
            "regulator.website",
            "http://",
            "https://"));
  }

  private static Arguments wrong(
      String old, String replacement, String field, String problem, String remedy) {
    return Arguments.of(old, replacement, field, problem, remedy);
  }

  @ParameterizedTest(name = "{2}: {1}")
  @MethodSource("wrongPlaces")
  void namesFileLineFieldProblemAndRemedy(
      String old, String replacement, String field, String problem, String remedy) {
    List<PackProblem> found = problems(PackFixture.defaultPack().with(old, replacement).text());
    assertThat(found)
        .anySatisfy(
            one -> {
              assertThat(one.file()).isEqualTo("my.yaml");
              assertThat(one.line()).isGreaterThan(1);
              assertThat(one.field()).isEqualTo(field);
              assertThat(one.problem()).contains(problem);
              assertThat(one.remedy()).contains(remedy);
            });
  }

  @Test
  void pointsAtTheExactLine() {
    PackFixture pack = PackFixture.defaultPack().with("currency: CNY", "currency: XXY");
    int line = (int) pack.text().lines().takeWhile(l -> !l.equals("currency: XXY")).count() + 1;
    assertThat(problems(pack.text()))
        .containsExactly(
            new PackProblem(
                "my.yaml",
                line,
                "currency",
                "There is no currency \"XXY\".",
                "Use ISO 4217, as in CNY."));
  }

  @Test
  void tellsAllProblemsAtOnce() {
    String text =
        PackFixture.defaultPack()
            .with("zone: Asia/Shanghai", "zone: Moon/Crater")
            .with("kind: application", "kind: wish")
            .with("\"2026-10-10\"", "\"2026-13-10\"")
            .text();
    assertThat(problems(text))
        .extracting(PackProblem::field)
        .containsExactlyInAnyOrder("zone", "request.kind", "calendar.extra-days.5");
  }

  @Test
  void wantsAFeeWhereAGateCostsAndOnlyThere() {
    assertThat(
            problems(PackFixture.defaultPack().gate(Gate.CONTRACT_TERM, GateEffect.COSTS).text()))
        .extracting(PackProblem::field)
        .containsExactly("gates.contract-term.fee");
    assertThat(
            problems(
                PackFixture.defaultPack()
                    .gate(Gate.ARREARS, GateEffect.WARNS, "\n    fee: { basis: fixed, minor: 5 }")
                    .text()))
        .extracting(PackProblem::field)
        .containsExactly("gates.arrears.fee");
    assertThat(
            problems(
                PackFixture.defaultPack()
                    .gate(Gate.BUNDLE, GateEffect.COSTS, "\n    fee: { basis: operator }")
                    .text()))
        .extracting(PackProblem::field)
        .containsExactly("gates.bundle.fee.basis");
  }

  @Test
  void letsNoMoneyBlockADeclaration() {
    assertThat(
            problems(
                PackFixture.defaultPack().with("kind: application", "kind: declaration").text()))
        .extracting(PackProblem::field)
        .contains("gates.arrears.effect", "gates.bundle.effect", "money.dues-block")
        .doesNotContain("gates.identity-mismatch.effect");
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThat(problems("id: [default\nversion: 1\n").getFirst())
        .satisfies(
            one -> {
              assertThat(one.line()).isEqualTo(2);
              assertThat(one.problem()).startsWith("This is not YAML");
            });
    assertThat(problems("just words").getFirst().problem()).isEqualTo("This is not a pack.");
    assertThat(problems("").getFirst().remedy()).contains("id: …");
  }

  @Test
  void refusesDoubledKeysAndAliases() {
    String twice =
        PackFixture.defaultPack().with("country: CN\n", "country: CN\ncountry: DE\n").text();
    assertThat(problems(twice))
        .singleElement()
        .satisfies(one -> assertThat(one.field()).isEqualTo("country"));
    String alias =
        PackFixture.defaultPack()
            .with("  text:\n    open: false", "  text: &t\n    open: false")
            .text();
    assertThat(problems(alias))
        .singleElement()
        .satisfies(one -> assertThat(one.field()).isEqualTo("ways.text"));
  }

  @Test
  void refusesTheSameVersionTwiceAndAnUnknownChoice() {
    String text = PackFixture.defaultPack().text();
    var twice = List.of(new Source("a.yaml", text), new Source("b.yaml", text));
    assertThatThrownBy(() -> new PackLoader().load(twice, "default"))
        .isInstanceOf(WrongPacks.class)
        .hasMessageContaining("b.yaml version: Pack \"default\" version 1 is also in a.yaml.");
    assertThatThrownBy(() -> new PackLoader().load(List.of(new Source("a.yaml", text)), "germany"))
        .hasMessageContaining("No pack is called \"germany\". Choose one of: default.");
  }

  @Test
  void readsTheOperatorsOwnFolder(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("ours.yaml"),
        PackFixture.defaultPack()
            .with("id: default", "id: ours")
            .with("version: 1", "version: 7")
            .text());
    Packs packs = new PackLoader().load(Optional.of(folder), "ours");
    assertThat(packs.current().version()).isEqualTo(7);
    assertThat(packs.find("default", 1)).isPresent();
    assertThat(packs.find("ours", 6)).isEmpty();
    assertThatThrownBy(() -> new PackLoader().load(Optional.of(folder.resolve("none")), "ours"))
        .hasMessageContaining("does not exist");
  }

  @Test
  void newerVersionsTakeOverAndOlderOnesStay() {
    String one = PackFixture.defaultPack().text();
    String two = PackFixture.defaultPack().with("version: 1", "version: 2").text();
    Packs packs =
        new PackLoader()
            .load(List.of(new Source("2.yaml", two), new Source("1.yaml", one)), "default");
    assertThat(packs.current().version()).isEqualTo(2);
    assertThat(packs.find("default", 1)).isPresent();
  }

  @Test
  void showsTheProblemsAtStartInsteadOfAStackTrace() {
    var wrong =
        new WrongPacks(List.of(new PackProblem("a.yaml", 3, "zone", "Wrong.", "Right it.")));
    FailureAnalysis shown = new WrongPacksAnalyzer().analyze(wrong, wrong);
    assertThat(shown.getDescription()).contains("  - a.yaml:3 zone: Wrong. Right it.");
    assertThat(shown.getAction()).contains("pack.schema.json");
  }
}
