package io.onhook.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.shared.Deadline;
import io.onhook.shared.NotSent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real osmo-hlr on a loopback address of its own, since its ports are fixed. Where it is not
 * installed the tests fail, unless the environment says {@code ONHOOK_WITHOUT_HLR=1}.
 */
final class RealHlr implements AutoCloseable {
  static final int CTRL_PORT = 4259;
  static final int VTY_PORT = 4258;
  private static final Path PROGRAM = Path.of("/usr/bin/osmo-hlr");

  private final Path folder;
  private final String host;
  private Process process;

  RealHlr(Path folder) throws IOException, InterruptedException {
    Assumptions.assumeFalse(
        !Files.exists(PROGRAM) && "1".equals(System.getenv("ONHOOK_WITHOUT_HLR")),
        "osmo-hlr is not installed, and ONHOOK_WITHOUT_HLR=1 allows that");
    assertThat(PROGRAM)
        .as("install the Debian package osmo-hlr, or set ONHOOK_WITHOUT_HLR=1 to go without")
        .isExecutable();
    this.folder = folder;
    var random = ThreadLocalRandom.current();
    host =
        "127.%d.%d.%d"
            .formatted(random.nextInt(64, 128), random.nextInt(256), random.nextInt(1, 255));
    Files.writeString(
        folder.resolve("hlr.cfg"),
        """
        log stderr
         logging filter all 1
         logging color 0
        line vty
         bind %1$s
        ctrl
         bind %1$s
        hlr
         gsup
          bind ip %1$s
        """
            .formatted(host));
    process = start();
  }

  String host() {
    return host;
  }

  Path database() {
    return folder.resolve("hlr.db");
  }

  /** Adds a subscriber who may call and use data. */
  void add(String imsi, String msisdn) throws IOException {
    try (CtrlLink link = link()) {
      Deadline deadline = Deadline.in(Duration.ofSeconds(5));
      assertThat(link.set("subscriber.create", imsi, deadline))
          .isInstanceOf(CtrlLink.Reply.Value.class);
      link.set("subscriber.by-imsi-" + imsi + ".msisdn", msisdn, deadline);
      link.set("subscriber.by-imsi-" + imsi + ".cs-enabled", "1", deadline);
      link.set("subscriber.by-imsi-" + imsi + ".ps-enabled", "1", deadline);
    }
  }

  CtrlLink link() throws IOException {
    return CtrlLink.open(host, CTRL_PORT, Deadline.in(Duration.ofSeconds(5)));
  }

  /** It goes on to take what is sent, and does nothing about it. */
  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void startAgain() throws IOException, InterruptedException {
    process = start();
  }

  @Override
  public void close() throws InterruptedException {
    resume();
    kill();
  }

  private Process start() throws IOException, InterruptedException {
    Process started =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-c",
                folder.resolve("hlr.cfg").toString(),
                "-l",
                database().toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("hlr.log").toFile())
            .start();
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < giveUp && started.isAlive()) {
      try (CtrlLink link = link()) {
        return started;
      } catch (NotSent notYet) {
        started.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("osmo-hlr did not start: " + Files.readString(folder.resolve("hlr.log")));
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
