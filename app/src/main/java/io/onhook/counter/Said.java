package io.onhook.counter;

import io.onhook.branch.CallAnswer;
import io.onhook.branch.ServeAnswer;
import io.onhook.branch.TakeAnswer;
import io.onhook.branch.Ticket;
import io.onhook.branch.WindowAnswer;
import io.onhook.web.Say;
import java.io.Serializable;
import java.util.List;

/**
 * What a clerk is told about what they just wanted, in plain words.
 *
 * @param key its text is the message {@code counter.said.<key>}
 * @param values what the text names; never anything personal
 * @param good whether it was done
 */
public record Said(String key, List<String> values, boolean good) implements Serializable {
  private static final long serialVersionUID = 1;

  public Said {
    values = List.copyOf(values);
  }

  /** It was done. */
  public static Said done(String key, String... values) {
    return new Said(key, List.of(values), true);
  }

  /** It was not. */
  public static Said no(String key, String... values) {
    return new Said(key, List.of(values), false);
  }

  /** As templates want them. */
  public Object[] arguments() {
    return values.toArray();
  }

  static Said of(CallAnswer answer) {
    return switch (answer) {
      case CallAnswer.Called(var ticket) -> done("called", ticket.label());
      case CallAnswer.NobodyWaits() -> no("nobody-waits");
      case CallAnswer.NotFinished(var ticket) -> no("not-finished", ticket.label());
      case CallAnswer.NoWindow() -> no("no-window");
    };
  }

  /**
   * @param wish the act, as in message keys
   */
  static Said of(String wish, ServeAnswer answer) {
    return switch (answer) {
      case ServeAnswer.Now(var ticket) -> done(wish, ticket.label());
      case ServeAnswer.Otherwise(var ticket) -> otherwise(ticket);
      case ServeAnswer.NoSuchTicket() -> no(wish + ".none");
      case ServeAnswer.CallAgain(int more) -> no("call-again", String.valueOf(more));
      case ServeAnswer.NoWindow() -> no("no-window");
    };
  }

  private static Said otherwise(Ticket ticket) {
    Integer window = ticket.window();
    return no(
        "otherwise." + ticket.state().key(),
        ticket.label(),
        window == null ? "–" : String.valueOf(window));
  }

  static Said of(WindowAnswer answer) {
    return switch (answer) {
      case WindowAnswer.Opened(var window) -> done("opened", String.valueOf(window.number()));
      case WindowAnswer.TakenBy(var staff) -> no("taken-by", staff);
      case WindowAnswer.SitsAt(var office, int number) ->
          no("sits-at", office, String.valueOf(number));
      case WindowAnswer.NoSuchWindow() -> no("no-such-window");
    };
  }

  static Said of(TakeAnswer answer, Say say) {
    return switch (answer) {
      case TakeAnswer.Taken(var ticket) -> done("taken", ticket.label());
      case TakeAnswer.HasOne(var ticket) -> no("has-one", ticket.label());
      case TakeAnswer.Closed(var opens) ->
          opens
              .map(at -> no("closed-until", say.moment(at.toInstant())))
              .orElseGet(() -> no("closed"));
      case TakeAnswer.NoSuchOffice() -> no("no-such-office");
      case TakeAnswer.NotServedHere() -> no("not-served-here");
      case TakeAnswer.TooMany(int most) -> no("too-many", String.valueOf(most));
    };
  }
}
