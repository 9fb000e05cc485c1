package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.policy.Gate;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.shared.Language;
import io.onhook.worklist.Verdict;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.Worklist;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Why a request came to nothing, for people. */
@Component
final class Reasons {
  private final Worklist worklist;
  private final Packs packs;

  Reasons(Worklist worklist, Packs packs) {
    this.worklist = worklist;
    this.packs = packs;
  }

  /** Codes and the reviewer's own words. */
  CancellationView.NotApproved of(CaseId caseId, String code) {
    return verdict(caseId, code)
        .map(said -> new CancellationView.NotApproved(said.reasons(), said.text()))
        .orElseGet(() -> new CancellationView.NotApproved(List.of(code), ""));
  }

  /** In the holder's language. */
  String text(Cancellation it, CaseId caseId, String code) {
    Language language = it.applicant().language();
    return verdict(caseId, code)
        .map(said -> said(said, language))
        .orElseGet(() -> unspoken(it.terms().pack(packs), code, language));
  }

  private Optional<Verdict> verdict(CaseId caseId, String code) {
    return code.equals(Review.NOT_APPROVED)
        ? worklist.history(caseId).stream()
            .filter(item -> item.step().equals(Review.STEP))
            .map(WorkItem::verdicts)
            .flatMap(List::stream)
            .filter(said -> !said.approved())
            .findFirst()
        : Optional.empty();
  }

  private static String said(Verdict verdict, Language language) {
    Stream<String> texts =
        verdict.reasons().stream()
            .flatMap(
                key ->
                    Arrays.stream(ReviewDecision.Reason.values())
                        .filter(reason -> reason.key().equals(key)))
            .filter(reason -> reason != ReviewDecision.Reason.OTHER)
            .map(reason -> reason.text(language));
    return Stream.concat(texts, Stream.of(verdict.text()))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(language == Language.ZH_CN ? "；" : "; "));
  }

  /** A gate's code, or a reason that needed no person. */
  private static String unspoken(Pack pack, String code, Language language) {
    return Arrays.stream(ReviewDecision.Reason.values())
        .filter(reason -> reason.key().equals(code))
        .map(reason -> reason.text(language))
        .findFirst()
        .orElseGet(() -> gate(pack, code, language));
  }

  private static String gate(Pack pack, String code, Language language) {
    return Arrays.stream(Gate.values())
        .filter(gate -> code.equals("gate." + gate.key()))
        .map(gate -> pack.gate(gate).title().in(language))
        .findFirst()
        .orElse(code);
  }
}
