package io.onhook.sandbox.hlr;

import io.onhook.sandbox.fault.Fault;

/** How a VTY misbehaves. It never says that a command failed; it just may not have worked. */
final class VtyFault {
  /**
   * What comes of a command.
   *
   * @param cut the connection is cut without a prompt
   * @param printed what is printed before the prompt
   */
  record Outcome(boolean cut, String printed) {}

  /** What would be done if all were well. */
  interface Command {
    String run();
  }

  private VtyFault() {}

  static Outcome carryOut(Fault fault, Command command) throws InterruptedException {
    return switch (fault.mode()) {
      case LOSE_REQUEST -> new Outcome(true, "");
      case LOSE_ANSWER -> {
        command.run();
        yield new Outcome(true, "");
      }
      case LATE -> {
        Thread.sleep(fault.after());
        command.run();
        yield new Outcome(true, "");
      }
      case SLOW -> {
        Thread.sleep(fault.after());
        yield new Outcome(false, command.run());
      }
      // It prints nothing and does nothing: whoever does not read back believes that it worked.
      case REJECT -> new Outcome(false, "");
      case STALE_NOT_FOUND -> new Outcome(false, "% No subscriber\r\n");
      case CONTRADICT -> {
        command.run();
        yield new Outcome(false, "% Error: cannot update network access mode\r\n");
      }
    };
  }
}
