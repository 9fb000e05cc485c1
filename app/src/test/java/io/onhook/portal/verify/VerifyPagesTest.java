package io.onhook.portal.verify;

import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.certificate.ProofNumber;
import io.onhook.certificate.Verification;
import io.onhook.certificate.Words;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Renderer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyPagesTest {
  private static final ProofNumber NUMBER = ProofNumber.typed("00000-00000-00000-00000-00000");
  private static final String PRINT = "ab".repeat(32);

  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void everyAnswerHasItsWords(Language language) {
    Map<String, Verification> answers = new LinkedHashMap<>();
    answers.put("mistyped", new Verification.Mistyped());
    answers.put("unknown", new Verification.Unknown());
    answers.put("revoked", new Verification.Revoked(NUMBER, Samples.NOW, Samples.NOW));
    answers.put("erased", new Verification.Erased(NUMBER, Samples.NOW, PRINT, Optional.empty()));
    answers.put(
        "receipt",
        new Verification.ValidReceipt(
            NUMBER,
            new Words("注销申请回执", "Receipt"),
            Samples.NOW,
            Samples.PACK.zone(),
            new Words("知更通信", "Robin Mobile"),
            PRINT,
            Optional.empty()));
    answers.put(
        "valid",
        new Verification.Valid(
            NUMBER,
            Samples.NOW,
            Samples.PACK.zone(),
            "+86199••••0001",
            new Words("知更通信", "Robin Mobile"),
            Samples.NOW,
            PRINT,
            Optional.empty()));
    var model = Samples.model(language);
    answers.forEach(
        (kind, answer) -> {
          model.put("kind", kind);
          model.put("answer", answer);
          model.put("typed", "x");
          assertThat(renderer.render("portal/verify/answer", "/verify/x", language, VISITOR, model))
              .doesNotContain("??");
        });
    model.put("number", "");
    renderer.render("portal/verify/ask", "/verify", language, VISITOR, model);
  }
}
