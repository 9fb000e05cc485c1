package io.onhook.demo.history;

import io.onhook.clock.ClockKeeper;
import io.onhook.policy.Packs;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** How far the history is, and more of it whenever a visitor wants: a new morning, new visitors. */
@Controller
@Profile("sandbox")
@RequestMapping("/demo")
class HistoryController {
  private static final String BACK = "redirect:/demo";

  private final History history;
  private final Stores stores;
  private final Packs packs;
  private final ClockKeeper keeper;
  private final Clock clock;

  HistoryController(History history, Stores stores, Packs packs, ClockKeeper keeper, Clock clock) {
    this.history = history;
    this.stores = stores;
    this.packs = packs;
    this.keeper = keeper;
    this.clock = clock;
  }

  /** For {@code ./onhook}, which waits for it. */
  @GetMapping(path = "/history", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  History.Progress progress() {
    return history.progress();
  }

  @PostMapping("/visitors")
  String visitors() {
    if (history.progress().done()) {
      stores.crowd();
    }
    return BACK;
  }

  /** Forward only, as every move of a visitor's. */
  @PostMapping("/morning")
  String morning() {
    if (history.progress().done()) {
      keeper.set(new BusyMoment(packs.current().days()).next(clock.instant()));
    }
    return BACK;
  }
}
