package io.onhook.bar;

import io.onhook.network.Subscriber;

/**
 * What the network lets a line do.
 *
 * @param circuitSwitched calls and SMS
 * @param packetSwitched data
 */
public record Services(boolean circuitSwitched, boolean packetSwitched) {
  static Services of(Subscriber subscriber) {
    return new Services(subscriber.circuitSwitched(), subscriber.packetSwitched());
  }

  /** Whether the line can do this now, no less and no more. */
  public boolean are(Subscriber now) {
    return equals(of(now));
  }
}
