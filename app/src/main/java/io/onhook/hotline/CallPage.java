package io.onhook.hotline;

import io.onhook.bar.Bar;
import io.onhook.bar.Bars;
import io.onhook.call.Call;
import io.onhook.call.Calls;
import io.onhook.call.Consents;
import io.onhook.call.Named;
import io.onhook.call.Notes;
import io.onhook.call.Sending;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.Eligibility;
import io.onhook.policy.Packs;
import io.onhook.policy.Way;
import io.onhook.shared.Actor;
import io.onhook.web.Problems;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what an agent sees of a call: nothing of anybody before the caller is checked. */
@Component
final class CallPage {
  private final Calls calls;
  private final Cancellations cancellations;
  private final Bars bars;
  private final Notes notes;
  private final Consents consents;
  private final Sending sending;
  private final Packs packs;

  CallPage(
      Calls calls,
      Cancellations cancellations,
      Bars bars,
      Notes notes,
      Consents consents,
      Sending sending,
      Packs packs) {
    this.calls = calls;
    this.cancellations = cancellations;
    this.bars = bars;
    this.notes = notes;
    this.consents = consents;
    this.sending = sending;
    this.packs = packs;
  }

  /** The page, checked or not. */
  String of(Call call, Problems problems, Model model) {
    model.addAttribute("call", call);
    model.addAttribute("shown", shown(call.named()));
    model.addAttribute("problems", problems);
    Optional<Call.Caller> caller = calls.caller(call);
    if (caller.isEmpty()) {
      model.addAttribute("lapsed", call.caller().isPresent());
      model.addAttribute("byNumber", call.named() instanceof Named.Number);
      if (!model.containsAttribute("documentEnd")) {
        model.addAttribute("documentEnd", "");
      }
      return "hotline/unchecked";
    }
    checked(caller.get(), model);
    if (!model.containsAttribute("note")) {
      model.addAttribute("note", "");
    }
    return "hotline/checked";
  }

  /** What the agent typed, as far as it may stand on a screen. */
  private static String shown(Named named) {
    return switch (named) {
      case Named.Number(var number) -> number.masked();
      case Named.Reference(var reference) -> reference.text();
      case Named.Ticket(var text) -> text.length() > 4 ? "••••" : text;
    };
  }

  private void checked(Call.Caller caller, Model model) {
    Actor holder = Actor.holder(caller.partyId());
    List<CancellationView> cases = cancellations.ofLine(caller.line(), holder);
    Optional<CheckAnswer> answer =
        caller.ofAccount() ? Optional.of(look(caller)) : Optional.empty();
    Optional<CheckAnswer.Checked> checked = answer.flatMap(CallPage::known);
    Optional<Bar> bar = caller.ofAccount() ? bars.on(caller.line()) : Optional.empty();
    Way.Rule phone = packs.current().ways().get(Way.PHONE);
    boolean byPhone = phone != null && phone.open();
    model.addAttribute("caller", caller);
    model.addAttribute("checked", checked.orElse(null));
    model.addAttribute("unknown", answer.flatMap(CallPage::problem).orElse(null));
    model.addAttribute("eligibility", checked.map(CheckAnswer.Checked::eligibility).orElse(null));
    model.addAttribute("cases", cases);
    model.addAttribute("bar", bar.orElse(null));
    model.addAttribute("byPhone", byPhone);
    model.addAttribute("phone", phone);
    model.addAttribute(
        "action",
        NextAction.of(
            checked.map(CheckAnswer.Checked::eligibility),
            cases.stream().filter(CallPage::isUnderWay).findFirst(),
            bar,
            byPhone));
    model.addAttribute(
        "reached",
        checked
            .flatMap(it -> sending.contact(it.line()))
            .map(it -> it.channel().name())
            .orElse(""));
    model.addAttribute("notes", notes.of(caller));
    model.addAttribute("history", calls.history(caller));
    model.addAttribute("consents", caller.ofAccount() ? consents.of(caller.line()) : List.of());
    model.addAttribute("ways", packs.current().money().refundWays());
  }

  /** A case that something of is still to come. */
  static boolean isUnderWay(CancellationView it) {
    return switch (it.lineTrack()) {
      case IN_REVIEW, YOUR_TURN, SCHEDULED, BEING_ENDED -> true;
      case ENDED -> it.next().isPresent();
      case RETRACTED, NOT_APPROVED -> false;
    };
  }

  /** Whether a new request can be made by phone for this caller's line. */
  boolean canAsk(Call.Caller caller) {
    Way.Rule phone = packs.current().ways().get(Way.PHONE);
    return phone != null && phone.open() && check(caller).filter(CallPage::canAsk).isPresent();
  }

  private static boolean canAsk(CheckAnswer.Checked checked) {
    Eligibility eligibility = checked.eligibility();
    return checked.open().isEmpty() && eligibility.canBeAsked();
  }

  /** The line of a caller as it stands now. */
  Optional<CheckAnswer.Checked> check(Call.Caller caller) {
    return known(look(caller));
  }

  /** The same, or why it is not known. */
  CheckAnswer look(Call.Caller caller) {
    return cancellations.check(caller.line(), null, Actor.holder(caller.partyId()));
  }

  private static Optional<CheckAnswer.Checked> known(CheckAnswer answer) {
    return answer instanceof CheckAnswer.Checked found ? Optional.of(found) : Optional.empty();
  }

  /** Why a line is not known, as in message keys; empty if it is. */
  static Optional<String> problem(CheckAnswer answer) {
    return switch (answer) {
      case CheckAnswer.Checked found -> Optional.empty();
      case CheckAnswer.NotReckonable odd -> Optional.of("not-reckonable");
      case CheckAnswer.PartnerUnavailable away -> Optional.of("unavailable");
      case CheckAnswer.NoSuchLine gone -> Optional.of("unavailable");
    };
  }
}
