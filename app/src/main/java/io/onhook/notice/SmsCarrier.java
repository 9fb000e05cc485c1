package io.onhook.notice;

import io.onhook.shared.Answer;
import io.onhook.shared.Deadline;
import io.onhook.shared.Fault;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Sends text messages over SMPP 3.4. */
@Component
@ConditionalOnProperty("onhook.smsc.host")
@EnableConfigurationProperties(SmscSettings.class)
final class SmsCarrier implements Carrier, DisposableBean {
  private static final String PARTNER = "smsc";
  private static final int USER_DATA_HEADER = 0x40;

  /** Statuses about the address, which will be the same tomorrow (SMPP 3.4, clause 5.1.3). */
  private static final Set<Integer> WRONG_ADDRESS = Set.of(0x0b, 0x33, 0x50, 0x51);

  private final SmscSettings settings;
  private final SmscLink link;
  private final Semaphore window;

  SmsCarrier(SmscSettings settings) {
    this.settings = settings;
    link = new SmscLink(settings);
    window = new Semaphore(settings.window(), true);
  }

  @Override
  public Notice.Channel channel() {
    return Notice.Channel.SMS;
  }

  @Override
  public Duration longest() {
    // Its last part may be handed over in the last moment.
    return settings.timeout().plus(settings.answerTimeout());
  }

  @Override
  public Answer<String> send(Message message) {
    Msisdn to;
    try {
      to = Msisdn.of(message.address());
    } catch (Malformed e) {
      return new Answer.Failed<>(Fault.rejected(PARTNER, "the address is no number"));
    }
    Deadline deadline = Deadline.in(settings.timeout());
    try {
      if (!window.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        return new Answer.Failed<>(Fault.unreachable(PARTNER, "too many messages wait"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed<>(Fault.unreachable(PARTNER, "interrupted"));
    }
    try {
      return submit(to, message, deadline);
    } finally {
      window.release();
    }
  }

  @Override
  public void destroy() {
    link.close();
  }

  private Answer<String> submit(Msisdn to, Message message, Deadline deadline) {
    SMPPSession session;
    try {
      session = link.bound(deadline);
    } catch (IOException e) {
      return new Answer.Failed<>(Fault.unreachable(PARTNER, "can't bind: " + reason(e)));
    }
    // The same notice has the same reference, however often it is sent.
    short reference = (short) message.id().hashCode();
    SmsParts parts = SmsParts.of(message.text().sms(), (byte) reference);
    String firstId = "";
    for (int i = 0; i < parts.parts().size(); i++) {
      Answer<String> answer =
          deadline.left().isZero()
              ? new Answer.Failed<>(Fault.timeout(PARTNER, "no time left"))
              : submit(session, to, message, parts, i, reference);
      if (!(answer instanceof Answer.Got<String>(String id))) {
        // A text of which a part went is half there: to be sent again, whole.
        return i == 0 ? answer : answer.afterSending();
      }
      firstId = i == 0 ? id : firstId;
    }
    return new Answer.Got<>(firstId);
  }

  private Answer<String> submit(
      SMPPSession session, Msisdn to, Message message, SmsParts parts, int part, short reference) {
    boolean number = settings.senderIsNumber();
    try {
      return new Answer.Got<>(
          session
              .submitShortMessage(
                  "",
                  number ? TypeOfNumber.UNKNOWN : TypeOfNumber.ALPHANUMERIC,
                  number ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN,
                  settings.sender().replace("+", ""),
                  TypeOfNumber.INTERNATIONAL,
                  NumberingPlanIndicator.ISDN,
                  to.digits(),
                  new ESMClass(parts.concatenated() ? USER_DATA_HEADER : 0),
                  (byte) 0,
                  (byte) 0,
                  null,
                  validity(message.validFor()),
                  new RegisteredDelivery(0),
                  (byte) 0,
                  new RawDataCoding(parts.dataCoding()),
                  (byte) 0,
                  parts.parts().get(part),
                  new OptionalParameter.User_message_reference(reference))
              .getMessageId());
    } catch (NegativeResponseException e) {
      String status = "status 0x%08x".formatted(e.getCommandStatus());
      return new Answer.Failed<>(
          WRONG_ADDRESS.contains(e.getCommandStatus())
              ? Fault.rejected(PARTNER, status)
              : Fault.unreachable(PARTNER, "try later: " + status));
    } catch (ResponseTimeoutException e) {
      link.lost(session);
      return new Answer.Silent<>(Fault.timeout(PARTNER, "no answer to a message"));
    } catch (InvalidResponseException | PDUException e) {
      link.lost(session);
      return new Answer.Silent<>(Fault.protocol(PARTNER, e.getClass().getSimpleName()));
    } catch (IOException e) {
      link.lost(session);
      return new Answer.Silent<>(Fault.unreachable(PARTNER, reason(e)));
    }
  }

  /** SMPP 3.4, clause 7.1.1, relative: years, months, days, hours, minutes, seconds. */
  static @Nullable String validity(@Nullable Duration validFor) {
    if (validFor == null) {
      return null;
    }
    Duration time = validFor.compareTo(Duration.ofDays(20)) > 0 ? Duration.ofDays(20) : validFor;
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      time = Duration.ofSeconds(1);
    }
    return "0000%02d%02d%02d%02d000R"
        .formatted(time.toDays(), time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart());
  }

  private static String reason(IOException e) {
    return e.getCause() instanceof NegativeResponseException refused
        ? "status 0x%08x".formatted(refused.getCommandStatus())
        : e.getClass().getSimpleName();
  }
}
