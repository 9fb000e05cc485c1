package io.onhook.cancellation;

import io.onhook.shared.Imsi;
import io.onhook.vault.Sealed;

/** Whom a step means in the network: this SIM, and only while it has this number. */
record NetworkTarget(Imsi imsi, Sealed number) {
  static NetworkTarget of(Cancellation it) {
    return new NetworkTarget(it.subject().imsi(), it.subject().number());
  }
}
