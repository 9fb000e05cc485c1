package io.onhook.web;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many streams may be open: of all clients together, and of each. */
final class Room {
  private final int most;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> clients = new ConcurrentHashMap<>();

  Room(int most) {
    this.most = most;
  }

  /** Lets one more in; false if there are enough, of all or of this client. */
  boolean enter(String client, int mostOfIt) {
    if (all.incrementAndGet() > most) {
      all.decrementAndGet();
      return false;
    }
    if (clients.merge(client, 1, Integer::sum) > mostOfIt) {
      leave(client);
      return false;
    }
    return true;
  }

  void leave(String client) {
    clients.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
    all.decrementAndGet();
  }

  int size() {
    return all.get();
  }

  /** Of how many clients. */
  int clients() {
    return clients.size();
  }
}
