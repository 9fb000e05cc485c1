package io.onhook.sandbox.message;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.tlv.Tlv;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One submitted piece of a text.
 *
 * @param reference the same for all pieces of a text
 * @param total how many pieces there are
 * @param number this piece's place, from 1
 * @param text what is in it
 */
record SmsPart(int reference, int total, int number, String text) {
  private static final int HAS_HEADER = 0x40;
  private static final int CONCATENATED_8 = 0x00;
  private static final int CONCATENATED_16 = 0x08;

  /** Reads a {@code submit_sm} (SMPP 3.4, clause 4.4.1; concatenation 3GPP TS 23.040, 9.2.3.24). */
  static SmsPart of(SubmitSm submit) {
    byte[] bytes = submit.getShortMessage() == null ? new byte[0] : submit.getShortMessage();
    Tlv payload = submit.getOptionalParameter(SmppConstants.TAG_MESSAGE_PAYLOAD);
    if (payload != null && bytes.length == 0) {
      bytes = payload.getValue();
    }
    byte coding = submit.getDataCoding();
    if ((submit.getEsmClass() & HAS_HEADER) == 0 || bytes.length == 0) {
      return new SmsPart(0, 1, 1, text(bytes, coding));
    }
    int headerLength = (bytes[0] & 0xff) + 1;
    String text = text(Arrays.copyOfRange(bytes, headerLength, bytes.length), coding);
    for (int i = 1; i + 1 < headerLength; i += (bytes[i + 1] & 0xff) + 2) {
      if (bytes[i] == CONCATENATED_8) {
        return new SmsPart(bytes[i + 2] & 0xff, bytes[i + 3] & 0xff, bytes[i + 4] & 0xff, text);
      }
      if (bytes[i] == CONCATENATED_16) {
        int reference = (bytes[i + 2] & 0xff) << 8 | bytes[i + 3] & 0xff;
        return new SmsPart(reference, bytes[i + 4] & 0xff, bytes[i + 5] & 0xff, text);
      }
    }
    return new SmsPart(0, 1, 1, text);
  }

  /** The alphabets in use: UCS-2, Latin-1, and the default one (3GPP TS 23.038, 6.2.1). */
  private static String text(byte[] bytes, byte dataCoding) {
    return switch (dataCoding) {
      case SmppConstants.DATA_CODING_UCS2 -> new String(bytes, StandardCharsets.UTF_16BE);
      case SmppConstants.DATA_CODING_LATIN1 -> new String(bytes, StandardCharsets.ISO_8859_1);
      default -> CharsetUtil.decode(bytes, CharsetUtil.CHARSET_GSM);
    };
  }
}
