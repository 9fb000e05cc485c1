package io.onhook.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.tlv.TlvConvertException;
import com.cloudhopper.smpp.type.SmppChannelException;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real SMPP server. */
class SmsCarrierTest {
  private static final String TO = "+8619900000001";

  @TempDir Path folder;
  private ServiceCentre centre;
  private SmsCarrier carrier;

  @BeforeEach
  void start() throws IOException, SmppChannelException {
    centre = new ServiceCentre();
    carrier = carrier("s3cret");
  }

  @AfterEach
  void stop() {
    carrier.destroy();
    centre.close();
  }

  private SmsCarrier carrier(String password) throws IOException {
    return new SmsCarrier(
        new SmscSettings(
            "127.0.0.1",
            centre.port(),
            "onhook",
            Files.writeString(folder.resolve("password"), password + "\n"),
            null,
            "Onhook",
            Duration.ofSeconds(6),
            Duration.ofSeconds(2),
            10));
  }

  private static Message message(String id, String sms, @Nullable Duration validFor) {
    return new Message(id, Language.ZH_CN, TO, new Text("s", sms, List.of("p")), validFor);
  }

  @Test
  void chineseArrivesAsItWasWritten() {
    assertThat(carrier.send(message("n/1", "【示例移动】验证码 KD7Q2M", Duration.ofMinutes(10))))
        .isEqualTo(new Answer.Got<>("m1"));

    SubmitSm taken = centre.taken().getFirst();
    assertThat(taken.getDataCoding()).isEqualTo(SmppConstants.DATA_CODING_UCS2);
    assertThat(new String(taken.getShortMessage(), StandardCharsets.UTF_16BE))
        .isEqualTo("【示例移动】验证码 KD7Q2M");
    assertThat(taken.getDestAddress().getAddress()).isEqualTo("8619900000001");
    assertThat(taken.getDestAddress().getTon()).isEqualTo(SmppConstants.TON_INTERNATIONAL);
    assertThat(taken.getSourceAddress().getAddress()).isEqualTo("Onhook");
    assertThat(taken.getValidityPeriod()).isEqualTo("000000001000000R");
  }

  @Test
  void aLongTextGoesInPartsWithTheSameReferenceEachTime() throws TlvConvertException {
    String text = "销".repeat(100);
    carrier.send(message("n/2", text, null));
    carrier.send(message("n/2", text, null));

    List<SubmitSm> taken = centre.taken();
    assertThat(taken).hasSize(4);
    assertThat(taken).allMatch(part -> part.getEsmClass() == 0x40);
    assertThat(taken.get(2).getShortMessage()).isEqualTo(taken.get(0).getShortMessage());
    assertThat(taken.get(3).getShortMessage()).isEqualTo(taken.get(1).getShortMessage());
    assertThat(reference(taken.get(3))).isEqualTo(reference(taken.get(0)));
  }

  private static int reference(SubmitSm part) throws TlvConvertException {
    return part.getOptionalParameter(SmppConstants.TAG_USER_MESSAGE_REFERENCE)
        .getValueAsUnsignedShort();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x14, 0x58, 0x08})
  void aBusyCentreIsTriedLater(int status) {
    centre.answersNext(status);

    assertThat(carrier.send(message("n/3", "a", null)))
        .isEqualTo(
            new Answer.Failed<>(
                Fault.unreachable("smsc", "try later: status 0x%08x".formatted(status))));
    assertThat(carrier.send(message("n/3", "a", null))).isInstanceOf(Answer.Got.class);
    assertThat(centre.binds()).isOne();
  }

  @Test
  void aNumberThatDoesNotExistIsGivenUp() {
    centre.answersNext(0x0b);

    assertThat(carrier.send(message("n/4", "a", null)))
        .isEqualTo(new Answer.Failed<>(Fault.rejected("smsc", "status 0x0000000b")));
  }

  @Test
  void aTextOfWhichAPartWentIsOpen() {
    centre.answersNext(0, 0x58);

    assertThat(carrier.send(message("n/5", "销".repeat(100), null)))
        .isInstanceOf(Answer.Silent.class);
  }

  @Test
  void noAnswerIsOpenAndTheNextMessageHasANewSession() {
    centre.answersNext(ServiceCentre.NO_ANSWER);

    assertThat(carrier.send(message("n/6", "a", null)))
        .isInstanceOfSatisfying(
            Answer.Silent.class, silent -> assertThat(silent.fault().code()).isEqualTo("timeout"));
    assertThat(carrier.send(message("n/6", "a", null))).isInstanceOf(Answer.Got.class);
    assertThat(centre.binds()).isEqualTo(2);
  }

  @Test
  void aSessionThatBreaksUnderAMessageIsOpen() {
    centre.answersNext(ServiceCentre.HANG_UP);

    assertThat(carrier.send(message("n/7", "a", null))).isInstanceOf(Answer.Silent.class);
    assertThat(carrier.send(message("n/7", "a", null))).isInstanceOf(Answer.Got.class);
  }

  @Test
  void aCentreThatIsAwayIsFoundAgain() throws SmppChannelException {
    assertThat(carrier.send(message("n/8", "a", null))).isInstanceOf(Answer.Got.class);
    centre.stop();
    assertThat(carrier.send(message("n/9", "a", null))).isNotInstanceOf(Answer.Got.class);
    assertThat(carrier.send(message("n/9", "a", null)))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.fault().code()).isEqualTo("unreachable"));

    centre.startAgain();
    assertThat(carrier.send(message("n/9", "a", null))).isInstanceOf(Answer.Got.class);
  }

  @Test
  void aWrongPasswordSendsNothing() throws IOException {
    var wrong = carrier("wrong");

    // The server may hang up before its answer is read: either way nobody was let in.
    assertThat(wrong.send(message("n/10", "a", null)))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.fault().message()).startsWith("can't bind"));
    assertThat(centre.taken()).isEmpty();
  }

  @Test
  void whatIsNoNumberIsRefusedAtOnce() {
    assertThat(
            carrier.send(
                new Message("n/11", Language.EN, "12345", new Text("s", "a", List.of()), null)))
        .isInstanceOfSatisfying(
            Answer.Failed.class, failed -> assertThat(failed.fault().code()).isEqualTo("rejected"));
  }

  @Test
  void manyMessagesShareOneSession() throws Exception {
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          senders.invokeAll(
              IntStream.range(0, 100)
                  .<Callable<Answer<String>>>mapToObj(
                      i -> () -> carrier.send(message("n/many/" + i, "a" + i, null)))
                  .toList());
      for (var answer : answers) {
        assertThat(answer.get()).isInstanceOf(Answer.Got.class);
      }
    }
    assertThat(centre.taken()).hasSize(100);
    assertThat(centre.binds()).isOne();
  }
}
