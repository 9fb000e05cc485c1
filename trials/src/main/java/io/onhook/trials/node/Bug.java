package io.onhook.trials.node;

import java.util.Locale;
import java.util.stream.Stream;

/** A bug to plant into a node, to see whether the trials catch it. */
public enum Bug {
  NONE,
  /** Orders each refund a second time, under another key. */
  REFUNDS_TWICE,
  /** Sends the money to somebody else. */
  REFUNDS_TO_A_STRANGER,
  /** Sends one yuan more than is due. */
  REFUNDS_TOO_MUCH,
  /** Each try at a refund names another account. */
  CHANGES_THE_ORDER,
  /** Never asks what became of an order: says that there is none, so that it is repeated. */
  ASKS_NEVER,
  /** Bars somebody else as well. */
  BARS_THE_NEIGHBOUR,
  /** Says that a bar was lifted, and does nothing. */
  LEAVES_THE_BAR,
  /** Says that the subscriber was deleted, and does nothing. */
  LEAVES_THE_SUBSCRIBER,
  /** Says that the contract was closed, and does nothing. */
  LEAVES_THE_CONTRACT;

  /** As on the command line: {@code refunds-twice}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Bug of(String text) {
    return Stream.of(values())
        .filter(bug -> bug.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No bug is called " + text));
  }
}
