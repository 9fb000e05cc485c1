package io.onhook.bench;

import io.onhook.stand.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Samples what this process computes, waiting for nothing and native code included, and says which
 * part of the product asked for it.
 */
final class Profile implements AutoCloseable {
  private static final String OURS = "io.onhook.";

  /** Its filters stand around every request: what is done inside them is told apart. */
  private static final String AROUND = "web";

  /** Libraries, the innermost of which is meant. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "org.springframework.security.", "web_spring_security",
          "io.micrometer.", "web_observation",
          "org.springframework.session.", "web_session",
          "org.springframework.web.", "web_spring",
          "tools.jackson.", "web_json",
          "org.apache.", "web_tomcat");

  /** Threads that others than us have begun, by the beginning of their names. */
  private static final Map<String, String> THREADS =
      Map.of(
          "tomcat-handler", "web_tomcat",
          "http-nio", "web_tomcat",
          "HttpClient", "http_client",
          "PDUReader", "notice",
          "pool-", "notice",
          "MasterPoller", "virtual_threads",
          "SubPoller", "virtual_threads",
          "ForkJoinPool", "virtual_threads",
          "onhook", "database");

  private static final String REST = "rest";

  private final Recording recording = new Recording();

  Profile() {
    recording.enable("jdk.CPUTimeSample").with("throttle", "10ms");
    recording.setMaxSize(64L * 1024 * 1024);
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
          counts.merge(owner(stack, event.getThread("eventThread")), 1, Integer::sum);
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

  private static String owner(RecordedStackTrace stack, @Nullable RecordedThread thread) {
    String library = "";
    for (RecordedFrame frame : stack.getFrames()) {
      String type = frame.getMethod().getType().getName();
      if (type.startsWith(OURS)) {
        String rest = type.substring(OURS.length());
        int dot = rest.indexOf('.');
        String module = dot < 0 ? REST : rest.substring(0, dot);
        return module.equals(AROUND) && !library.isEmpty() ? library : module;
      }
      if (library.isEmpty()) {
        library = named(LIBRARIES, type);
      }
    }
    String begun = thread == null || thread.getJavaName() == null ? "" : thread.getJavaName();
    String of = named(THREADS, begun);
    return of.isEmpty() ? REST : of;
  }

  private static String named(Map<String, String> beginnings, String name) {
    return beginnings.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    recording.close();
  }
}
