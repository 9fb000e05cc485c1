package io.onhook.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process of ours, in a session of its own: Ctrl-C reaches this program alone, which then stops
 * its children in order.
 */
public final class Child implements AutoCloseable {
  /**
   * For a process that lives for minutes: what the second compiler costs it, it never gets back.
   */
  public static final String QUICKLY = "-XX:TieredStopAtLevel=1";

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Starts a jar; what it says goes to the end of the log. */
  public static Child java(
      String name, Path jar, Path log, List<String> options, List<String> arguments) {
    return start(name, log, options, List.of("-jar", jar.toString()), arguments);
  }

  /** Starts a class of this program's own classpath; what it says goes to the end of the log. */
  public static Child main(
      String name, String type, Path log, List<String> options, List<String> arguments) {
    List<String> what = List.of("-cp", System.getProperty("java.class.path"), type);
    return start(name, log, options, what, arguments);
  }

  private static Child start(
      String name, Path log, List<String> options, List<String> what, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add("setsid");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(what);
    command.addAll(arguments);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Process process =
          new ProcessBuilder(command)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new Child(name, process, log);
    } catch (IOException e) {
      throw new Said(name + " could not be started: " + e.getMessage(), e);
    }
  }

  /** Waits until it is ready; ends it if it never is. */
  public void awaitReady(String what, Duration atMost, Patience.Look look) {
    // A person who loses patience first leaves nothing behind.
    Thread ending = new Thread(this::close);
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      Patience.until(
          what,
          atMost,
          () -> {
            mustLive();
            return look.there();
          });
    } catch (Said e) {
      close();
      throw e;
    } finally {
      forget(ending);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // We are being stopped, and the hook does its work.
    }
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Fails with the end of its log if it has ended. */
  public void mustLive() {
    if (!alive()) {
      throw new Said(
          "%s ended with %d. The end of %s:%n%s"
              .formatted(name, process.exitValue(), log, endOfLog()));
    }
  }

  /** Where it writes what it says. */
  public Path log() {
    return log;
  }

  /** As a power cut would end it. */
  public void kill() {
    process.destroyForcibly();
    join(Duration.ofSeconds(10));
  }

  /** Asks it to end, and insists after half a minute. */
  @Override
  public void close() {
    process.destroy();
    if (!join(Duration.ofSeconds(40))) {
      process.destroyForcibly();
      join(Duration.ofSeconds(10));
    }
  }

  private boolean join(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
    } catch (IOException e) {
      return "(can't be read: " + e.getMessage() + ")";
    }
  }
}
