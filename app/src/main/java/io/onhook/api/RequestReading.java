package io.onhook.api;

import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.Representative;
import io.onhook.line.LineId;
import io.onhook.policy.Acting;
import io.onhook.policy.Fate;
import io.onhook.policy.Packs;
import io.onhook.shared.Language;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    Map<String, Fate> fates = fates(body.dependants(), fields);
    var representative = representative(body.representative(), fields);
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
                    "api",
                    null,
                    fates,
                    representative.orElse(null))));
  }

  private static Map<String, Fate> fates(
      @Nullable Map<String, @Nullable String> typed, RequestFields fields) {
    var fates = new TreeMap<String, Fate>();
    if (typed != null) {
      typed.forEach(
          (product, choice) ->
              fields
                  .needed("dependants." + product, choice, RequestReading::fate)
                  .ifPresent(fate -> fates.put(product, fate)));
    }
    return fates;
  }

  private static Fate fate(String typed) {
    return Fate.of(typed)
        .orElseThrow(() -> new Malformed("dependant.choice", "Choose what is offered for it."));
  }

  private static Optional<Representative> representative(
      CancellationRequest.@Nullable Representative it, RequestFields fields) {
    if (it == null) {
      return Optional.empty();
    }
    var acting = fields.needed("representative.acting", it.acting(), RequestReading::acting);
    var name = fields.needed("representative.name", it.name());
    var kind = fields.needed("representative.documentKind", it.documentKind());
    var number = fields.needed("representative.documentNumber", it.documentNumber());
    var until = fields.given("representative.mandateUntil", it.mandateUntil(), Wire::date);
    return fields.problem().isPresent()
        ? Optional.empty()
        : Optional.of(
            new Representative(
                acting.orElseThrow(),
                name.orElseThrow(),
                kind.orElseThrow(),
                number.orElseThrow(),
                Objects.requireNonNullElse(it.relation(), ""),
                until.orElse(null)));
  }

  private static Acting acting(String typed) {
    return Acting.of(typed)
        .filter(it -> it != Acting.HOLDER)
        .orElseThrow(
            () -> new Malformed("acting.unknown", "Choose agent, heir, company or guardian."));
  }

  private Language tagged(String tag) {
    return Reader.tagged(tag)
        .orElseThrow(() -> new Malformed("language.unknown", "Choose zh-CN, en, de or fr."));
  }

  private Language packsLanguage() {
    return packs.current().spoken().getFirst();
  }
}
