package io.onhook.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Imsi;
import io.onhook.shared.Msisdn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real osmo-hlr. */
class OsmoHlrTest {
  private static final Imsi IMSI = new Imsi("460990000000001");
  private static final Imsi OTHER = new Imsi("460990000000002");
  private static final Msisdn NUMBER = Msisdn.of("+8619900000001");
  private static final Subscriber WORKING = new Subscriber(IMSI, "8619900000001", true, true);
  private static final Subscriber BARRED = new Subscriber(IMSI, "8619900000001", false, false);

  @TempDir Path folder;
  private RealHlr hlr;
  private Tap ctrlTap;
  private Tap vtyTap;
  private OsmoHlr register;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    hlr = new RealHlr(folder);
    hlr.add(IMSI.digits(), NUMBER.digits());
    hlr.add(OTHER.digits(), "8619900000002");
    ctrlTap = new Tap(hlr.host(), RealHlr.CTRL_PORT);
    vtyTap = new Tap(hlr.host(), RealHlr.VTY_PORT);
    register =
        new OsmoHlr(
            new HlrSettings(
                "127.0.0.1", ctrlTap.port(), vtyTap.port(), Duration.ofMillis(2500), 2));
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    register.destroy();
    ctrlTap.close();
    vtyTap.close();
    hlr.close();
  }

  @Test
  void findsByNumberAndBySim() {
    assertThat(register.byMsisdn(NUMBER)).isEqualTo(got(Optional.of(WORKING)));
    assertThat(register.byImsi(IMSI)).isEqualTo(got(Optional.of(WORKING)));
    assertThat(register.byMsisdn(Msisdn.of("+8619900009999"))).isEqualTo(got(Optional.empty()));
    assertThat(register.byImsi(new Imsi("460990000009999"))).isEqualTo(got(Optional.empty()));
  }

  @Test
  void barsAndRestoresEachPartOfTheAccess() {
    assertThat(register.bar(IMSI)).isEqualTo(got(BARRED));
    assertThat(register.bar(IMSI)).isEqualTo(got(BARRED));
    assertThat(register.restore(IMSI, false, true))
        .isEqualTo(got(new Subscriber(IMSI, "8619900000001", false, true)));
    assertThat(register.restore(IMSI, true, false))
        .isEqualTo(got(new Subscriber(IMSI, "8619900000001", true, false)));
    assertThat(register.restore(IMSI, true, true)).isEqualTo(got(WORKING));
    assertThat(register.byImsi(OTHER).map(other -> other.orElseThrow().barred()))
        .isEqualTo(got(false));
  }

  @Test
  void deletesOnlyWhatIsBarredAndNothingElse() {
    assertThat(register.delete(IMSI)).isInstanceOf(Answer.Failed.class);
    assertThat(register.byImsi(IMSI)).isEqualTo(got(Optional.of(WORKING)));

    register.bar(IMSI);
    assertThat(register.delete(IMSI)).isEqualTo(got(true));
    assertThat(register.delete(IMSI)).isEqualTo(got(false));
    assertThat(register.byMsisdn(NUMBER)).isEqualTo(got(Optional.empty()));
    assertThat(register.byImsi(OTHER).map(Optional::isPresent)).isEqualTo(got(true));
  }

  @Test
  void barringAnUnknownSimIsRefused() {
    assertThat(register.bar(new Imsi("460990000009999")))
        .isEqualTo(new Answer.Failed<>(Fault.rejected("hlr", "there is no 46099…99")));
  }

  @Test
  void aDeletionThatThePausedRegisterTookIsOpenAndThenSeen() {
    register.bar(IMSI);
    ctrlTap.before("subscriber.delete", hlr::pause);

    assertThat(register.delete(IMSI))
        .isInstanceOfSatisfying(
            Answer.Silent.class, silent -> assertThat(silent.fault().code()).isEqualTo("timeout"));

    hlr.resume();
    assertThat(register.byImsi(IMSI)).isEqualTo(got(Optional.empty()));
  }

  @Test
  void aBarThatThePausedRegisterTookIsOpenAndThenSeen() {
    vtyTap.before("network-access-mode", hlr::pause);

    assertThat(register.bar(IMSI)).isInstanceOf(Answer.Silent.class);

    hlr.resume();
    assertThat(register.byImsi(IMSI)).isEqualTo(got(Optional.of(BARRED)));
  }

  @Test
  void aPausedRegisterIsNotSentAnything() {
    register.byImsi(IMSI);
    hlr.pause();

    assertThat(register.bar(IMSI))
        .isInstanceOfSatisfying(
            Answer.Failed.class, failed -> assertThat(failed.fault().code()).isEqualTo("timeout"));
    assertThat(register.byImsi(IMSI)).isInstanceOf(Answer.Silent.class);

    hlr.resume();
    assertThat(register.byImsi(IMSI)).isEqualTo(got(Optional.of(WORKING)));
  }

  @Test
  void aLostRequestIsOpenAndThenSeenNotToHaveHappened() {
    register.bar(IMSI);
    ctrlTap.when("subscriber.delete", Tap.Fate.LOSE);

    assertThat(register.delete(IMSI)).isInstanceOf(Answer.Silent.class);
    assertThat(register.byImsi(IMSI)).isEqualTo(got(Optional.of(BARRED)));
    assertThat(register.delete(IMSI)).isEqualTo(got(true));
  }

  @Test
  void aConnectionThatBreaksUnderARequestIsOpenEitherWay() {
    register.bar(IMSI);
    ctrlTap.when("subscriber.delete", Tap.Fate.BREAK);
    assertThat(register.delete(IMSI)).isInstanceOf(Answer.Silent.class);
    assertThat(register.byImsi(IMSI)).isEqualTo(got(Optional.of(BARRED)));

    ctrlTap.when("subscriber.delete", Tap.Fate.PASS_AND_BREAK);
    assertThat(register.delete(IMSI)).isInstanceOf(Answer.Silent.class);
    assertThat(register.byImsi(IMSI)).isEqualTo(got(Optional.empty()));
  }

  @Test
  void aLockedDatabaseRefusesAndNothingHappens() throws IOException, InterruptedException {
    register.bar(IMSI);
    Process lock =
        new ProcessBuilder("sqlite3", "-interactive", hlr.database().toString())
            .redirectErrorStream(true)
            .start();
    try (var in = lock.outputWriter(StandardCharsets.US_ASCII)) {
      in.write("BEGIN IMMEDIATE;\nSELECT 'lock'||'ed';\n");
      in.flush();
      var out = lock.inputReader(StandardCharsets.US_ASCII);
      while (!String.valueOf(out.readLine()).endsWith("locked")) {
        assertThat(lock.isAlive()).as("sqlite3 (Debian package sqlite3) holds the lock").isTrue();
      }

      assertThat(register.delete(IMSI))
          .isEqualTo(
              new Answer.Failed<>(Fault.rejected("hlr", "46099…01: Cannot delete subscriber.")));
      assertThat(register.restore(IMSI, true, true)).isInstanceOf(Answer.Failed.class);
    }
    lock.waitFor();

    assertThat(register.byImsi(IMSI)).isEqualTo(got(Optional.of(BARRED)));
    assertThat(register.delete(IMSI)).isEqualTo(got(true));
  }

  @Test
  void aKilledRegisterIsFoundAgainWithWhatItKnew() throws IOException, InterruptedException {
    register.bar(IMSI);
    hlr.kill();
    ctrlTap.close();
    vtyTap.close();
    assertThat(register.bar(OTHER)).isInstanceOf(Answer.Failed.class);

    hlr.startAgain();
    register.destroy();
    register =
        new OsmoHlr(
            new HlrSettings(
                hlr.host(), RealHlr.CTRL_PORT, RealHlr.VTY_PORT, Duration.ofSeconds(5), 2));
    assertThat(register.byImsi(IMSI)).isEqualTo(got(Optional.of(BARRED)));
    assertThat(register.restore(IMSI, true, true)).isEqualTo(got(WORKING));

    // Its kept connections die with it, and new ones are made.
    hlr.kill();
    assertThat(register.bar(IMSI)).isInstanceOf(Answer.Failed.class);
    hlr.startAgain();
    assertThat(register.bar(IMSI)).isEqualTo(got(BARRED));
  }

  private static <T> Answer<T> got(T value) {
    return new Answer.Got<>(value);
  }
}
