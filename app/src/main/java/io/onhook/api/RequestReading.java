package io.onhook.api;

import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.Contact;
import io.onhook.line.LineId;
import io.onhook.policy.Packs;
import io.onhook.shared.Language;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Turns a request's body into what the domain takes; the domain judges the values. */
@Component
final class RequestReading {
  private final LineNumbers numbers;
  private final Packs packs;

  RequestReading(LineNumbers numbers, Packs packs) {
    this.numbers = numbers;
    this.packs = packs;
  }

  /**
   * What was sent, before it is known which line has the number.
   *
   * @param number whose line it is about
   * @param request makes the command for that line
   */
  record Typed(Msisdn number, Function<LineId, CancelLine> request) {
    CancelLine request(LineId line) {
      return request.apply(line);
    }
  }

  /** Reads it all; empty if something is missing or can't be read, as {@code fields} then says. */
  Optional<Typed> read(CancellationRequest body, RequestFields fields) {
    var holder =
        body.holder() == null ? new CancellationRequest.Holder(null, null, null) : body.holder();
    var contact =
        body.contact() == null ? new CancellationRequest.Contact(null, null, null) : body.contact();
    var number = fields.needed("number", body.number(), numbers::read);
    var name = fields.needed("holder.name", holder.name());
    var kind = fields.needed("holder.documentKind", holder.documentKind());
    var document = fields.needed("holder.documentNumber", holder.documentNumber());
    var channel = fields.needed("contact.channel", contact.channel(), Wire::channel);
    var address = fields.needed("contact.address", contact.address());
    var confirmedAt = fields.given("contact.confirmedAt", contact.confirmedAt(), Wire::instant);
    Optional<LocalDate> endsOn = fields.given("endsOn", body.endsOn(), Wire::date);
    var language = fields.given("language", body.language(), this::tagged);
    if (fields.problem().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Typed(
            number.orElseThrow(),
            line ->
                new CancelLine(
                    line,
                    name.orElseThrow(),
                    kind.orElseThrow(),
                    document.orElseThrow(),
                    endsOn.orElse(null),
                    new Contact(
                        channel.orElseThrow(), address.orElseThrow(), confirmedAt.orElse(null)),
                    body.refundAccount(),
                    language.orElseGet(this::packsLanguage),
                    "api")));
  }

  private Language tagged(String tag) {
    return Reader.tagged(tag)
        .orElseThrow(() -> new Malformed("language.unknown", "Choose zh-CN, en, de or fr."));
  }

  private Language packsLanguage() {
    return packs.current().spoken().getFirst();
  }
}
