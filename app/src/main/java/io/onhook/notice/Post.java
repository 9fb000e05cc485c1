package io.onhook.notice;

import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a notice into words, opens its address, and hands it to the carrier of its channel. */
@Component
final class Post {
  private final Vault vault;
  private final Templates templates;
  private final Map<Notice.Channel, Carrier> carriers = new EnumMap<>(Notice.Channel.class);

  Post(Vault vault, Templates templates, List<Carrier> carriers) {
    this.vault = vault;
    this.templates = templates;
    for (Carrier carrier : carriers) {
      if (this.carriers.put(carrier.channel(), carrier) != null) {
        throw new IllegalStateException("Two carriers for " + carrier.channel());
      }
    }
  }

  /** The longest that any carrier takes. */
  Duration longest() {
    return carriers.values().stream()
        .map(Carrier::longest)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Sends a notice by one of its ways. */
  Answer<String> send(Notice notice, int way, Instant now) {
    Notice.Route route = notice.ways().get(way);
    Optional<String> address = vault.open(route.address());
    if (address.isEmpty()) {
      return new Answer.Failed<>(Fault.rejected("notice", "the address was erased"));
    }
    Text text =
        templates.fill(Template.named(notice.template()), notice.language(), notice.values());
    Instant limit = notice.notAfter();
    Duration validFor = way == 0 && limit != null ? Duration.between(now, limit) : null;
    return carry(
        route.channel(),
        new Message(notice.id(), notice.language(), address.get(), text, validFor));
  }

  /** Sends a one-time code. */
  Answer<String> send(OneTimeCode code) {
    if (code.channel() == Notice.Channel.LETTER) {
      return new Answer.Failed<>(
          Fault.rejected("notice", "a code is too short-lived for a letter"));
    }
    Text text =
        templates.fill(
            code.template(),
            code.language(),
            Map.of("code", code.code(), "minutes", Long.toString(code.validFor().toMinutes())));
    return carry(
        code.channel(),
        new Message(code.id(), code.language(), code.address(), text, code.validFor()));
  }

  private Answer<String> carry(Notice.Channel channel, Message message) {
    Carrier carrier = carriers.get(channel);
    if (carrier == null) {
      return new Answer.Failed<>(Fault.rejected("notice", channel + " is not configured"));
    }
    return carrier.send(message);
  }
}
