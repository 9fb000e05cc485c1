package io.onhook.network;

import io.onhook.shared.Answer;
import io.onhook.shared.Deadline;
import io.onhook.shared.Fault;
import io.onhook.shared.NotSent;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;

/**
 * One call of the port. It remembers whether anything was put on the wire that matters if it is
 * lost: from then on a failure is silence.
 */
final class Attempt {
  private static final String PARTNER = "hlr";

  private final Deadline deadline;
  private boolean sent;

  private Attempt(Deadline deadline) {
    this.deadline = deadline;
  }

  /** What is attempted. */
  interface Work<T> {
    Answer<T> with(Attempt attempt) throws IOException;
  }

  /** The one place where a failure of the network becomes a fault. */
  static <T> Answer<T> at(Deadline deadline, Work<T> work) {
    var attempt = new Attempt(deadline);
    try {
      return work.with(attempt);
    } catch (IOException e) {
      Fault fault = attempt.fault(e);
      return attempt.sent ? new Answer.Silent<>(fault) : new Answer.Failed<>(fault);
    }
  }

  Deadline deadline() {
    return deadline;
  }

  /** Call it right before sending what may have its effect although no answer comes. */
  void sending() {
    sent = true;
  }

  private Fault fault(IOException e) {
    IOException first =
        e instanceof NotSent && e.getCause() instanceof IOException cause ? cause : e;
    String message = String.valueOf(e.getMessage());
    return switch (first) {
      case SocketTimeoutException late -> Fault.timeout(PARTNER, message);
      case ProtocolException nonsense -> Fault.protocol(PARTNER, message);
      default -> Fault.unreachable(PARTNER, message);
    };
  }
}
