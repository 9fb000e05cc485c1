package io.onhook.sandbox.hlr;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The osmo-hlr program as a child process on this folder's database. */
final class OsmoProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OsmoProcess.class);
  private static final int GSUP_PORT = 4222;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern VERSION = Pattern.compile("version (\\d+\\.\\d+\\.\\d+)");

  private final Path folder;
  private final Path database;
  private final String version;
  private volatile String address = "";
  private volatile boolean wanted;
  private volatile @Nullable Process process;

  OsmoProcess(Path folder) throws IOException {
    this.folder = folder;
    this.database = folder.resolve("hlr.db");
    this.version = readVersion();
  }

  String address() {
    return address;
  }

  String version() {
    return version;
  }

  /** Starts it and waits until CTRL answers. */
  synchronized void start() throws IOException {
    stopLeftOver();
    // The same address again after a crash, so that whoever knows it need not ask.
    address = !address.isEmpty() && isFree(address) ? address : freeAddress();
    Path configuration = folder.resolve("osmo-hlr.cfg");
    Files.writeString(configuration, configuration(address));
    wanted = true;
    Process started =
        new ProcessBuilder(
                OsmoHlr.PROGRAM.toString(),
                "-c",
                configuration.toString(),
                "-l",
                database.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("osmo-hlr.log").toFile())
            .start();
    process = started;
    awaitCtrl(started);
    started.onExit().thenAccept(this::diedOrStopped);
  }

  /** Deletes its database; it must be stopped. */
  void forget() throws IOException {
    for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
      Files.deleteIfExists(folder.resolve("hlr.db" + suffix));
    }
  }

  @Override
  public synchronized void close() {
    wanted = false;
    Process running = process;
    if (running != null) {
      stop(running.toHandle());
    }
  }

  private void diedOrStopped(Process ended) {
    if (wanted && ended == process) {
      LOG.warn("osmo-hlr ended with {}: starting it again", ended.exitValue());
      try {
        start();
      } catch (IOException e) {
        LOG.error("osmo-hlr can't be started again", e);
      }
    }
  }

  /** One that an earlier sandbox on this folder left behind when it was killed. */
  private void stopLeftOver() {
    ProcessHandle.allProcesses()
        .filter(handle -> handle.info().command().orElse("").equals(OsmoHlr.PROGRAM.toString()))
        .filter(
            handle ->
                List.of(handle.info().arguments().orElse(new String[0]))
                    .contains(database.toString()))
        .forEach(OsmoProcess::stop);
  }

  /** SIGTERM, and SIGKILL if it does not hear that, as when it is stopped by SIGSTOP. */
  private static void stop(ProcessHandle handle) {
    handle.destroy();
    if (!isGone(handle)) {
      handle.destroyForcibly();
      if (!isGone(handle)) {
        throw new IllegalStateException("osmo-hlr " + handle.pid() + " can't be stopped");
      }
    }
  }

  /** Looks often: {@code onExit} of a process that is no child of ours can take seconds. */
  private static boolean isGone(ProcessHandle handle) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (handle.isAlive() && System.nanoTime() < deadline) {
      pause();
    }
    return !handle.isAlive();
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
  }

  private void awaitCtrl(Process started) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (started.isAlive() && System.nanoTime() < deadline) {
      try (Socket probe = new Socket()) {
        probe.connect(new InetSocketAddress(address, OsmoHlr.CTRL_PORT), 1000);
        return;
      } catch (IOException notYet) {
        LOG.trace("osmo-hlr does not listen yet", notYet);
      }
      pause();
    }
    wanted = false;
    started.destroyForcibly();
    throw new IOException(
        "osmo-hlr does not start; it says: "
            + Files.readString(folder.resolve("osmo-hlr.log"), StandardCharsets.UTF_8));
  }

  /** Its ports are fixed, so each instance needs a loopback address where they are all free. */
  private static String freeAddress() throws IOException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int attempt = 0; attempt < 100; attempt++) {
      String candidate =
          "127.%d.%d.%d"
              .formatted(random.nextInt(64, 128), random.nextInt(256), random.nextInt(2, 255));
      if (isFree(candidate)) {
        return candidate;
      }
    }
    throw new IOException("No loopback address has the ports of osmo-hlr free");
  }

  private static boolean isFree(String candidate) throws IOException {
    for (int port : new int[] {OsmoHlr.CTRL_PORT, OsmoHlr.VTY_PORT, GSUP_PORT}) {
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(candidate))) {
        LOG.trace("{} is free", probe);
      } catch (BindException taken) {
        return false;
      }
    }
    return true;
  }

  private static String configuration(String address) {
    return """
    log stderr
     logging filter all 1
     logging color 0
     logging timestamp 1
    line vty
     bind %1$s
    ctrl
     bind %1$s
    hlr
     gsup
      bind ip %1$s
    """
        .formatted(address);
  }

  private static String readVersion() throws IOException {
    Process asked = new ProcessBuilder(OsmoHlr.PROGRAM.toString(), "--version").start();
    String text = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher matcher = VERSION.matcher(text);
    if (!matcher.find()) {
      throw new IOException(
          "Can't read osmo-hlr's version from: " + Arrays.toString(text.split("\n")));
    }
    return matcher.group(1);
  }
}
