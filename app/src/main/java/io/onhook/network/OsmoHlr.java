package io.onhook.network;

import io.onhook.network.CtrlLink.Reply;
import io.onhook.shared.Answer;
import io.onhook.shared.Deadline;
import io.onhook.shared.Fault;
import io.onhook.shared.Imsi;
import io.onhook.shared.Links;
import io.onhook.shared.Msisdn;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * osmo-hlr over its two interfaces.
 *
 * <p>CTRL finds and deletes. Access is changed over VTY, since only that tells MSC and SGSN; it
 * prints nothing on success and passes errors over, so every change is read back over CTRL. A
 * subscriber is found by IMSI or MSISDN only: row ids are given out again after a deletion.
 */
@Component
@ConditionalOnProperty("onhook.hlr.host")
@EnableConfigurationProperties(HlrSettings.class)
final class OsmoHlr implements HomeRegister, DisposableBean {
  private static final String PARTNER = "hlr";
  private static final String NOBODY = "No such subscriber.";

  /** An IMSI that no SIM has (country code 000): asking for it shows whether a link is good. */
  private static final String NO_IMSI = "subscriber.by-imsi-000000.info";

  private final HlrSettings settings;
  private final Links<CtrlLink> ctrl;
  private final Links<VtyLink> vty;

  OsmoHlr(HlrSettings settings) {
    this.settings = settings;
    ctrl =
        new Links<>(
            settings.connections(),
            deadline -> CtrlLink.open(settings.host(), settings.ctrlPort(), deadline));
    vty =
        new Links<>(
            settings.connections(),
            deadline -> VtyLink.open(settings.host(), settings.vtyPort(), deadline));
  }

  @Override
  public Duration longest() {
    return settings.timeout();
  }

  @Override
  public Answer<Optional<Subscriber>> byMsisdn(Msisdn msisdn) {
    return attempt(
        attempt -> {
          attempt.sending();
          Optional<Subscriber> found = find("by-msisdn-" + msisdn.digits(), attempt.deadline());
          if (found.isPresent() && !msisdn.digits().equals(found.get().msisdn())) {
            throw new ProtocolException("another subscriber than asked for was given");
          }
          return new Answer.Got<>(found);
        });
  }

  @Override
  public Answer<Optional<Subscriber>> byImsi(Imsi imsi) {
    return attempt(
        attempt -> {
          attempt.sending();
          return new Answer.Got<>(find(imsi, attempt.deadline()));
        });
  }

  @Override
  public Answer<Subscriber> bar(Imsi imsi) {
    return setAccess(imsi, false, false);
  }

  @Override
  public Answer<Subscriber> restore(Imsi imsi, boolean circuitSwitched, boolean packetSwitched) {
    return setAccess(imsi, circuitSwitched, packetSwitched);
  }

  @Override
  public Answer<Boolean> delete(Imsi imsi) {
    return attempt(
        attempt -> {
          Optional<Subscriber> before = find(imsi, attempt.deadline());
          if (before.isEmpty()) {
            return new Answer.Got<>(false);
          }
          if (!before.get().barred()) {
            return rejected(imsi + " is not barred: bar it first");
          }
          Reply reply = ctrlWrite(attempt, "subscriber.delete", imsi.digits());
          boolean gone = find(imsi, attempt.deadline()).isEmpty();
          return switch (reply) {
            case Reply.Value done when gone -> new Answer.Got<>(true);
            case Reply.Value done ->
                new Answer.Silent<>(
                    Fault.protocol(PARTNER, imsi + " was deleted but is still there"));
            // Somebody else removed it in between.
            case Reply.Refused refused when gone -> new Answer.Got<>(false);
            case Reply.Refused(String why) -> rejected(imsi + ": " + why);
          };
        });
  }

  @Override
  public void destroy() {
    ctrl.close();
    vty.close();
  }

  private Answer<Subscriber> setAccess(Imsi imsi, boolean cs, boolean ps) {
    String mode = cs ? (ps ? "cs+ps" : "cs") : (ps ? "ps" : "none");
    return attempt(
        attempt -> {
          Optional<Subscriber> before = find(imsi, attempt.deadline());
          if (before.isEmpty()) {
            return rejected("there is no " + imsi);
          }
          if (has(before.get(), cs, ps)) {
            return new Answer.Got<>(before.get());
          }
          boolean quiet =
              vty.use(
                  attempt.deadline(),
                  link -> link.knock(attempt.deadline()),
                  link -> {
                    attempt.sending();
                    return link.run(
                        "subscriber imsi " + imsi.digits() + " update network-access-mode " + mode,
                        attempt.deadline());
                  });
          Optional<Subscriber> after = find(imsi, attempt.deadline());
          if (after.isEmpty()) {
            throw new ProtocolException(imsi + " vanished while its access was changed");
          }
          return has(after.get(), cs, ps)
              ? new Answer.Got<>(after.get())
              : rejected(
                  "access of %s was not changed to %s%s"
                      .formatted(imsi, mode, quiet ? "" : ": the VTY complained"));
        });
  }

  private Optional<Subscriber> find(Imsi imsi, Deadline deadline) throws IOException {
    Optional<Subscriber> found = find("by-imsi-" + imsi.digits(), deadline);
    if (found.isPresent() && !found.get().imsi().equals(imsi)) {
      throw new ProtocolException("another subscriber than asked for was given");
    }
    return found;
  }

  private Optional<Subscriber> find(String selector, Deadline deadline) throws IOException {
    Reply reply =
        ctrl.use(
            deadline,
            link -> link.get(NO_IMSI, deadline),
            link -> link.get("subscriber." + selector + ".info", deadline));
    return switch (reply) {
      case Reply.Value(String text) -> Optional.of(subscriber(text));
      case Reply.Refused(String why) when why.equals(NOBODY) -> Optional.empty();
      case Reply.Refused(String why) -> throw new ProtocolException("a question got: " + why);
    };
  }

  private Reply ctrlWrite(Attempt attempt, String variable, String value) throws IOException {
    return ctrl.use(
        attempt.deadline(),
        link -> link.get(NO_IMSI, attempt.deadline()),
        link -> {
          attempt.sending();
          return link.set(variable, value, attempt.deadline());
        });
  }

  /** Lines of name, tab, value. */
  private static Subscriber subscriber(String info) throws ProtocolException {
    var values = new HashMap<String, String>();
    for (String line : info.split("\n")) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        values.put(line.substring(0, tab), line.substring(tab + 1).strip());
      }
    }
    String imsi = values.getOrDefault("imsi", "");
    String msisdn = values.get("msisdn");
    if (!imsi.matches("\\d{6,15}")) {
      throw new ProtocolException("a subscriber has no IMSI");
    }
    return new Subscriber(
        new Imsi(imsi),
        msisdn != null && msisdn.matches("\\d+") ? msisdn : null,
        flag(values.get("nam_cs")),
        flag(values.get("nam_ps")));
  }

  private static boolean flag(@Nullable String value) throws ProtocolException {
    if (value == null || !(value.equals("0") || value.equals("1"))) {
      throw new ProtocolException("a subscriber's access is not told");
    }
    return value.equals("1");
  }

  private static boolean has(Subscriber subscriber, boolean cs, boolean ps) {
    return subscriber.circuitSwitched() == cs && subscriber.packetSwitched() == ps;
  }

  private static <T> Answer<T> rejected(String message) {
    return new Answer.Failed<>(Fault.rejected(PARTNER, message));
  }

  private <T> Answer<T> attempt(Attempt.Work<T> work) {
    return Attempt.at(Deadline.in(settings.timeout()), work);
  }
}
