package io.onhook.document;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decodes strangers' files in a process of its own, one for each file, with little memory and
 * little time: a thread of ours could not be stopped, and what a file does to its decoder it does
 * there. See ADR 6.
 */
final class Darkroom {
  private static final String MEMORY = "-Xmx384m";

  /** A page of {@link Limits#KEPT_SIDE} is far below it. */
  private static final int LARGEST_PICTURE = 8 * 1024 * 1024;

  private final Semaphore places;
  private final List<String> command;
  private final Duration time;

  /**
   * @param atOnce how many files are decoded at the same time
   */
  Darkroom(int atOnce) {
    this(atOnce, program(DarkroomProgram.class), Limits.TIME);
  }

  /** For tests: with another program, and less time. */
  Darkroom(int atOnce, List<String> program, Duration time) {
    this.places = new Semaphore(atOnce, true);
    this.command = List.copyOf(program);
    this.time = time;
  }

  /** Makes plain pictures of a file. It has been {@linkplain Glance glanced} at. */
  Development develop(byte[] file) {
    boolean mine = false;
    try {
      mine = places.tryAcquire(Limits.QUEUE.toMillis(), TimeUnit.MILLISECONDS);
      return mine ? inProcess(file) : new Development.Spoilt(FileProblem.BUSY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Development.Spoilt(FileProblem.BUSY);
    } finally {
      if (mine) {
        places.release();
      }
    }
  }

  private Development inProcess(byte[] file) {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    // Secrets are often handed over by the environment: it gets none of it.
    builder.environment().clear();
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("The darkroom did not start", e);
    }
    var unused =
        process
            .onExit()
            .orTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (ended, late) -> {
                  if (late instanceof TimeoutException) {
                    process.destroyForcibly();
                  }
                });
    try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      hand(process, file);
      return answer(in);
    } catch (IOException e) {
      // It died, by its limits or by the file: nothing is known of the file but that.
      return new Development.Spoilt(FileProblem.TOO_HEAVY);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void hand(Process process, byte[] file) throws IOException {
    try (OutputStream out = process.getOutputStream()) {
      var data = new DataOutputStream(out);
      data.writeInt(file.length);
      data.write(file);
      data.flush();
    }
  }

  /** Believes nothing beyond the limits: what sent it has read a stranger's file. */
  private static Development answer(DataInputStream in) throws IOException {
    int count = in.readByte();
    if (count <= 0 || count > Limits.PAGES) {
      return new Development.Spoilt(problem(in));
    }
    var pages = new ArrayList<Picture>();
    for (int i = 0; i < count; i++) {
      int length = in.readInt();
      if (length <= 0 || length > LARGEST_PICTURE) {
        throw new IOException("A page of " + length + " bytes");
      }
      byte[] jpeg = new byte[length];
      in.readFully(jpeg);
      pages.add(new Picture(jpeg));
    }
    return new Development.Pictures(List.copyOf(pages));
  }

  private static FileProblem problem(DataInputStream in) throws IOException {
    try {
      return FileProblem.valueOf(in.readUTF());
    } catch (IllegalArgumentException e) {
      throw new IOException("An unknown problem", e);
    }
  }

  /** Java with this class, on the class path of the service itself. */
  static List<String> program(Class<?> main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        MEMORY,
        "-Xss1m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        // A crash leaves no picture behind.
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=/dev/null",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.awt.headless=true",
        "-Dorg.apache.commons.logging.LogFactory="
            + "org.apache.commons.logging.impl.LogFactoryImpl",
        "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
        "-cp",
        System.getProperty("java.class.path", ""),
        main.getName());
  }
}
