package io.onhook.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onhook.policy.PackLoader.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pack that says only what differs from another. */
class PackFamilyTest {
  private static final Source DEFAULT =
      new Source("default.yaml", PackFixture.defaultPack().text());

  private static Pack load(String own) {
    return new PackLoader().load(List.of(DEFAULT, new Source("mine.yaml", own)), "mine").current();
  }

  private static List<PackProblem> problems(String own) {
    WrongPacks wrong = catchThrowableOfType(WrongPacks.class, () -> load(own));
    assertThat(wrong).as("no problem was found").isNotNull();
    return wrong.problems();
  }

  @Test
  void takesOverWhatItDoesNotSay() {
    Pack pack =
        load(
            """
            from: { id: default, version: 1 }
            id: mine
            version: 7
            gates:
              arrears: { effect: warns }
              contract-term: { effect: absent, fee: null }
            number: { quarantine: 180 days }
            """);
    assertThat(pack.version()).isEqualTo(7);
    assertThat(pack.gate(Gate.ARREARS).effect()).isEqualTo(GateEffect.WARNS);
    assertThat(pack.gate(Gate.ARREARS).title().in("en")).isEqualTo("There are unpaid bills");
    assertThat(pack.gate(Gate.CONTRACT_TERM).fee()).isNull();
    assertThat(pack.number().quarantine()).isEqualTo(Term.days(180));
    assertThat(pack.number().givenOnNotice()).isEqualTo(Term.days(14));
  }

  @Test
  void namesTheLineOfItsOwnFile() {
    assertThat(
            problems(
                """
                from: { id: default, version: 1 }
                id: mine
                gates:
                  arrears: { effect: sometimes }
                """))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo("mine.yaml");
              assertThat(problem.line()).isEqualTo(4);
              assertThat(problem.field()).isEqualTo("gates.arrears.effect");
              assertThat(problem.problem()).contains("sometimes");
            });
  }

  @Test
  void wantsEveryTextInALanguageThatItAdds() {
    assertThat(
            problems(
                """
                from: { id: default, version: 1 }
                id: mine
                languages: [zh-CN, en, it]
                """))
        .extracting(PackProblem::problem)
        .contains("The text in it is missing.");
  }

  @Test
  void aPageWithoutSignInAsksForWhatMatchingNeedsAndIsNoApplication() {
    assertThat(
            problems(
                """
                from: { id: default, version: 1 }
                id: mine
                request: { without-sign-in: { fields: [kind, email], recap: false } }
                """))
        .extracting(PackProblem::field)
        .containsExactly(
            "request.without-sign-in",
            "request.without-sign-in.fields",
            "request.without-sign-in.fields");
  }

  @Test
  void knowsThePackThatItBuildsOn() {
    assertThat(problems("from: { id: default, version: 9 }\nid: mine\n"))
        .singleElement()
        .hasToString(
            "mine.yaml:1 from: There is no pack \"default\" version 9. Put its file back, or name"
                + " one that there is.");
    assertThat(problems("from: default\nid: mine\n"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.remedy()).contains("version: 1"));
  }

  @Test
  void buildsOnOneThatSaysAllOfIt() {
    var other =
        new Source("other.yaml", "from: { id: default, version: 1 }\nid: other\nversion: 1\n");
    var mine = new Source("mine.yaml", "from: { id: other, version: 1 }\nid: mine\n");
    WrongPacks wrong =
        catchThrowableOfType(
            WrongPacks.class,
            () -> new PackLoader().load(List.of(DEFAULT, other, mine), "default"));
    assertThat(wrong.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.problem()).contains("builds on another"));
  }
}
