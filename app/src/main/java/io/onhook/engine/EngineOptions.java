package io.onhook.engine;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node runs cases; {@code onhook.engine.*}.
 *
 * @param node its name, for people
 * @param lease how long the node's right to run lasts without a heartbeat; at least twice the
 *     longest time-out of a step
 * @param heartbeat how often the lease is renewed
 * @param poll the safety net under direct wake-ups
 * @param casesInMemory at most
 * @param committers how many transactions are under way at once
 * @param connections to the database, for the engine alone; two more than committers at least
 * @param calls at most in flight to a partner
 * @param partners exceptions from {@code calls}, by the partner's name
 */
@ConfigurationProperties("onhook.engine")
public record EngineOptions(
    @DefaultValue("node") String node,
    @DefaultValue("40s") Duration lease,
    @DefaultValue("2s") Duration heartbeat,
    @DefaultValue("100ms") Duration poll,
    @DefaultValue("10000") int casesInMemory,
    @DefaultValue("2") int committers,
    @DefaultValue("8") int connections,
    @DefaultValue("64") int calls,
    @DefaultValue Map<String, Integer> partners) {
  /** A pause before something that could not be done now is tried again. */
  Duration pause() {
    return poll;
  }

  int callsTo(String partner) {
    return partners.getOrDefault(partner, calls);
  }
}
