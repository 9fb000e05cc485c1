package io.onhook.bench;

import io.onhook.stand.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Samples what this process computes, and says which part of the product asked for it. */
final class Profile implements AutoCloseable {
  private static final String OURS = "io.onhook.";
  private static final String NOT_OURS = "server-and-jvm";

  private final Recording recording = new Recording();

  Profile() {
    recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
    recording.start();
  }

  /** The share of each of our packages, by the innermost frame of ours on each sampled stack. */
  Map<String, Double> shares() {
    try {
      Path file = Files.createTempFile("bench", ".jfr");
      try {
        recording.stop();
        recording.dump(file);
        return shares(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Said("The profile can't be read: " + e.getMessage(), e);
    }
  }

  private static Map<String, Double> shares(Path file) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    int all = 0;
    try (var events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        RecordedStackTrace stack = event.getStackTrace();
        if (stack != null) {
          counts.merge(owner(stack), 1, Integer::sum);
          all++;
        }
      }
    }
    Map<String, Double> shares = new TreeMap<>();
    for (var one : counts.entrySet()) {
      shares.put(one.getKey(), one.getValue() / (double) all);
    }
    return shares;
  }

  private static String owner(RecordedStackTrace stack) {
    for (RecordedFrame frame : stack.getFrames()) {
      String type = frame.getMethod().getType().getName();
      if (type.startsWith(OURS)) {
        String rest = type.substring(OURS.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? NOT_OURS : rest.substring(0, dot);
      }
    }
    return NOT_OURS;
  }

  @Override
  public void close() {
    recording.close();
  }
}
