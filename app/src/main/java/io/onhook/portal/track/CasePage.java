package io.onhook.portal.track;

import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.ReviewDecision;
import io.onhook.policy.Gate;
import io.onhook.policy.Packs;
import io.onhook.web.Say;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells a page where a case stands, on two tracks. */
@Component
class CasePage {
  private final Packs packs;
  private final MessageSource texts;
  private final Clock clock;

  CasePage(Packs packs, MessageSource texts, Clock clock) {
    this.packs = packs;
    this.texts = texts;
    this.clock = clock;
  }

  void show(CancellationView it, Say say, Model model, Locale locale) {
    model.addAttribute("it", it);
    model.addAttribute("line", Stages.line(it));
    model.addAttribute("money", Stages.money(it));
    model.addAttribute("missed", Deadline.missed(it, clock.instant()).orElse(null));
    model.addAttribute("moving", !Stages.settled(it));
    model.addAttribute("version", Stages.version(it));
    var no = it.notApproved();
    model.addAttribute(
        "reasons",
        no == null
            ? List.of()
            : no.codes().stream().map(code -> reason(code, say, locale)).toList());
    model.addAttribute("regulator", packs.current().regulator());
  }

  /** A reviewer's reason, a gate of the pack, or something that changed after the request. */
  private String reason(String code, Say say, Locale locale) {
    for (var reason : ReviewDecision.Reason.values()) {
      if (reason.key().equals(code)) {
        return reason.text(say.language());
      }
    }
    for (Gate gate : Gate.values()) {
      if (code.equals("gate." + gate.key())) {
        return say.text(packs.current().gate(gate).title());
      }
    }
    return texts.getMessage("track.changed", null, locale);
  }
}
