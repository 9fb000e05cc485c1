package io.onhook.branch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What everybody may see of an office's queue at one moment: for boards, kiosks and who looks for
 * an office. Nobody's name, and nothing that opens a ticket.
 *
 * @param at when it was read
 * @param calls the last calls, the newest first
 * @param waiting how many wait, for anything
 * @param queues each service that the office does
 * @param windows how many windows call
 */
public record Hall(
    Office office,
    Instant at,
    List<Call> calls,
    int waiting,
    Map<Service, Queue> queues,
    int windows) {

  /**
   * Who waits for one service.
   *
   * @param waiting how many share a window with somebody who took a ticket now, and are ahead
   * @param windows how many call for it
   * @param expected how long that would be; empty while nobody calls for it
   */
  public record Queue(int waiting, int windows, Optional<Wait> expected) {}

  /** Who waits for this service; nobody where the office does not do it. */
  public Queue queue(Service service) {
    return queues.getOrDefault(service, new Queue(0, 0, Optional.empty()));
  }
}
