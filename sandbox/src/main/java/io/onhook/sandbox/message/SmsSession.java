package io.onhook.sandbox.message;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.PduAsyncResponse;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.type.RecoverablePduException;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppTimeoutException;
import com.cloudhopper.smpp.type.UnrecoverablePduException;
import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.book.View;
import io.onhook.sandbox.fault.About;
import io.onhook.sandbox.fault.Fault;
import io.onhook.sandbox.fault.Misbehaviour;
import io.onhook.sandbox.json.Json;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One bound sender: takes texts, puts their parts together, sends receipts. */
final class SmsSession extends DefaultSmppSessionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SmsSession.class);
  private static final String PARTS = "smsPart";
  private static final DateTimeFormatter RECEIPT_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);
  private static final long RECEIPT_TIMEOUT_MILLIS = 10_000;

  private final SmppServerSession session;
  private final Book book;
  private final Misbehaviour misbehaviour;

  SmsSession(SmppServerSession session, Book book, Misbehaviour misbehaviour) {
    super(LOG);
    this.session = session;
    this.book = book;
    this.misbehaviour = misbehaviour;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable PduResponse firePduRequestReceived(PduRequest request) {
    if (!(request instanceof SubmitSm submit)) {
      return request.createResponse();
    }
    // Not on the library's thread: the disk or a misbehaviour may take its time.
    Thread.ofVirtual().start(() -> take(submit));
    return null;
  }

  /** The sender took a receipt: nothing more to do. */
  @Override
  public void fireExpectedPduResponseReceived(PduAsyncResponse response) {
    LOG.trace("Receipt taken: {}", response);
  }

  private void take(SubmitSm submit) {
    try {
      SubmitSmResp response = submit.createResponse();
      Optional<Fault> fault =
          misbehaviour.next(
              "sms.submit", null, About.of(e164(submit.getDestAddress().getAddress())));
      if (fault.isPresent()) {
        misbehave(submit, response, fault.get());
      } else {
        store(submit, response);
        session.sendResponsePdu(response);
        receipt(submit, response.getMessageId());
      }
    } catch (RecoverablePduException
        | UnrecoverablePduException
        | SmppChannelException
        | SmppTimeoutException e) {
      LOG.debug("The sender went away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void misbehave(SubmitSm submit, SubmitSmResp response, Fault fault)
      throws RecoverablePduException,
          UnrecoverablePduException,
          SmppChannelException,
          SmppTimeoutException,
          InterruptedException {
    switch (fault.mode()) {
      case LOSE_REQUEST -> session.close();
      case LOSE_ANSWER -> {
        store(submit, response);
        session.close();
      }
      case LATE -> {
        Thread.sleep(fault.after());
        store(submit, response);
      }
      case WITHHOLD -> {
        store(submit, response);
        Thread.sleep(fault.after());
        session.close();
      }
      case SLOW -> {
        Thread.sleep(fault.after());
        store(submit, response);
        session.sendResponsePdu(response);
        receipt(submit, response.getMessageId());
      }
      case REJECT, STALE_NOT_FOUND -> {
        response.setCommandStatus(SmppConstants.STATUS_THROTTLED);
        session.sendResponsePdu(response);
      }
      case CONTRADICT -> {
        store(submit, response);
        response.setCommandStatus(SmppConstants.STATUS_SYSERR);
        session.sendResponsePdu(response);
      }
    }
  }

  private void store(SubmitSm submit, SubmitSmResp response) {
    SmsPart part = SmsPart.of(submit);
    String from = submit.getSourceAddress() == null ? "" : submit.getSourceAddress().getAddress();
    String to = e164(submit.getDestAddress().getAddress());
    ObjectNode arguments =
        Json.object()
            .put("from", from)
            .put("to", to)
            .put("part", part.number())
            .put("of", part.total())
            .put("text", part.text());
    JsonNode stored =
        book.change("sms.submit", null, arguments, draft -> store(draft, part, from, to));
    response.setMessageId(stored.path("messageId").asString(""));
  }

  private static JsonNode store(Draft draft, SmsPart part, String from, String to) {
    String messageId = Long.toHexString(draft.next("sms"));
    String prefix = from + ">" + to + "#" + part.reference() + "/" + part.total() + ":";
    StringBuilder whole = new StringBuilder();
    for (int number = 1; number <= part.total(); number++) {
      if (number == part.number()) {
        whole.append(part.text());
      } else {
        Optional<ObjectNode> other = draft.find(PARTS, prefix + number);
        if (other.isEmpty()) {
          draft.put(PARTS, prefix + part.number(), Json.object().put("text", part.text()));
          return Json.object().put("messageId", messageId);
        }
        whole.append(other.get().path("text").asString(""));
      }
    }
    for (int number = 1; number <= part.total(); number++) {
      draft.remove(PARTS, prefix + number);
    }
    ObjectNode message =
        Json.object()
            .put("kind", "sms")
            .put("from", from)
            .put("text", whole.toString())
            .put("parts", part.total())
            .put("delivered", Inbox.reaches(draft, to));
    message.set("to", Json.array().add(to));
    Inbox.put(draft, message);
    return Json.object().put("messageId", messageId);
  }

  /** A delivery receipt, if one was asked for (SMPP 3.4, appendix B). */
  private void receipt(SubmitSm submit, String messageId)
      throws RecoverablePduException,
          UnrecoverablePduException,
          SmppChannelException,
          SmppTimeoutException,
          InterruptedException {
    if ((submit.getRegisteredDelivery() & 0x01) == 0) {
      return;
    }
    String to = e164(submit.getDestAddress().getAddress());
    boolean reached = book.read(view -> Inbox.reaches(view, to));
    String time = RECEIPT_TIME.format(book.read(View::now));
    String text =
        "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:000 text:"
            .formatted(
                messageId, reached ? "001" : "000", time, time, reached ? "DELIVRD" : "UNDELIV");
    DeliverSm receipt = new DeliverSm();
    receipt.setEsmClass(SmppConstants.ESM_CLASS_MT_SMSC_DELIVERY_RECEIPT);
    receipt.setSourceAddress(submit.getDestAddress());
    receipt.setDestAddress(submit.getSourceAddress());
    receipt.setDataCoding(SmppConstants.DATA_CODING_DEFAULT);
    receipt.setShortMessage(CharsetUtil.encode(text, CharsetUtil.CHARSET_GSM));
    session.sendRequestPdu(receipt, RECEIPT_TIMEOUT_MILLIS, false);
  }

  private static String e164(String address) {
    return address.startsWith("+") ? address : "+" + address;
  }
}
