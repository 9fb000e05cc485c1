package io.onhook.network;

import io.onhook.shared.Imsi;
import org.jspecify.annotations.Nullable;

/**
 * What the HLR says of a subscriber.
 *
 * @param imsi its identity
 * @param msisdn digits without plus; null if it has none
 * @param circuitSwitched calls and SMS enabled
 * @param packetSwitched data enabled
 */
public record Subscriber(
    Imsi imsi, @Nullable String msisdn, boolean circuitSwitched, boolean packetSwitched) {
  public boolean barred() {
    return !circuitSwitched && !packetSwitched;
  }
}
