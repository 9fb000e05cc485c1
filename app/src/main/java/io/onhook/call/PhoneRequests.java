package io.onhook.call;

import io.onhook.access.KnownContact;
import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.line.Line;
import io.onhook.notice.Notice.Channel;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens a case for a caller who is checked, once what is asked for was read and agreed to. */
@Component
public final class PhoneRequests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CallStore store;
  private final Cancellations cancellations;
  private final Consents consents;
  private final Vault vault;
  private final Clock clock;

  PhoneRequests(
      DataSource database,
      Cancellations cancellations,
      Consents consents,
      Vault vault,
      Clock clock) {
    this.store = new CallStore(JdbcClient.create(database));
    this.cancellations = cancellations;
    this.consents = consents;
    this.vault = vault;
    this.clock = clock;
  }

  /** Keeps what was typed until the caller has said yes. */
  public void keep(Call call, Asking asking) {
    store.asking(call.id(), vault.seal(Calls.key(call.id()), JSON.writeValueAsString(asking)));
  }

  /** What was typed in this call. */
  public Optional<Asking> kept(Call call) {
    return store
        .find(call.id())
        .flatMap(
            row -> {
              Sealed asking = row.asking();
              return asking == null ? Optional.empty() : vault.open(asking);
            })
        .map(json -> JSON.readValue(json, Asking.class));
  }

  /**
   * What is asked for, as it would be submitted.
   *
   * @param checkedAt when the contact proved to be the caller's
   * @return empty if the account has no contact any more that the caller is reached by
   */
  public Optional<CancelLine> request(Call call, Asking asking, Line line, Instant checkedAt) {
    Optional<Contact> contact =
        asking.mail().isBlank()
            ? KnownContact.other(line).map(it -> new Contact(it.channel(), it.address(), checkedAt))
            : Optional.of(new Contact(Channel.EMAIL, asking.mail().strip(), null));
    return contact.map(
        to ->
            new CancelLine(
                line.id(),
                asking.holderName(),
                asking.documentKind(),
                asking.documentNumber(),
                asking.endsOn(),
                to,
                null,
                call.language(),
                CancelLine.BY_PHONE,
                null,
                asking.dependants(),
                null));
  }

  /**
   * Submits it. The consent is recorded first; if it comes to nothing, that is recorded too.
   *
   * @param text exactly what was read to the caller, who said yes
   */
  public SubmitAnswer submit(Call call, CancelLine request, String text) {
    long consent = consents.record(call, request, text, clock.instant());
    SubmitAnswer answer = cancellations.submit(request, call.agent(), "call/" + call.id());
    switch (answer) {
      case SubmitAnswer.Submitted(var reference, var at, var dates, var repeated) ->
          consents.cameTo(consent, reference, at);
      case SubmitAnswer.AlreadyOpen open -> consents.refused(consent);
      case SubmitAnswer.Refused no -> consents.refused(consent);
      case SubmitAnswer.PartnerUnavailable unavailable -> consents.refused(consent);
      case SubmitAnswer.NotReckonable odd -> consents.refused(consent);
    }
    return answer;
  }
}
