package io.onhook.trials.node;

import io.onhook.branch.CallAnswer;
import io.onhook.branch.Counter;
import io.onhook.branch.Service;
import io.onhook.branch.TakeAnswer;
import io.onhook.branch.TakeTicket;
import io.onhook.branch.Ticket;
import io.onhook.branch.Tickets;
import io.onhook.branch.Windows;
import io.onhook.shared.Language;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What visitors of a store and its clerks do with numbers. */
final class Counters {
  private final ApplicationContext context;

  Counters(ApplicationContext context) {
    this.context = context;
  }

  JsonNode ticket(JsonNode it) {
    TakeAnswer answer =
        tickets()
            .take(
                new TakeTicket(
                    it.path("office").asString(),
                    Service.END_LINE,
                    TakeTicket.Source.KIOSK,
                    Language.ZH_CN,
                    it.path("priority").asBoolean(),
                    Optional.empty(),
                    null,
                    null));
    return answer instanceof TakeAnswer.Taken(Ticket ticket)
        ? Servant.said(answer).put("token", ticket.token())
        : Servant.said(answer);
  }

  JsonNode letPass(JsonNode it) {
    return Servant.said(tickets().letPass(it.path("token").asString()));
  }

  JsonNode giveUp(JsonNode it) {
    return Servant.said(tickets().cancel(it.path("token").asString()));
  }

  /** A clerk calls the next, or goes on with whoever was called before an answer was lost. */
  JsonNode serve(JsonNode it) {
    String staff = it.path("staff").asString();
    var windows = context.getBean(Windows.class);
    if (windows.of(staff).isEmpty()) {
      windows.open(it.path("office").asString(), it.path("window").asInt(), staff, Set.of());
    }
    var counter = context.getBean(Counter.class);
    CallAnswer called = counter.callNext(staff);
    switch (called) {
      case CallAnswer.Called _, CallAnswer.NotFinished _ -> {
        counter.begin(staff);
        counter.finish(staff);
      }
      case CallAnswer.NobodyWaits _, CallAnswer.NoWindow _ -> {}
    }
    return Servant.said(called);
  }

  private Tickets tickets() {
    return context.getBean(Tickets.class);
  }
}
