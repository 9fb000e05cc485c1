package io.onhook.stand;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox operator in its own process. */
public final class Operator implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Child process;
  private final Listening listening;

  private Operator(Child process, Listening listening) {
    this.process = process;
    this.listening = listening;
  }

  /**
   * Where it listens.
   *
   * @param ctrl the HLR's control interface; the operator records what passes through
   * @param hlr {@code osmo-hlr 1.5.0}, or {@code simulated}
   * @param osmoHost where a real osmo-hlr listens itself; empty if it is simulated
   */
  public record Listening(
      int http,
      int smpp,
      int smtp,
      String hlrHost,
      int ctrl,
      int vty,
      String hlr,
      String osmoHost) {
    /** Of its HTTP port. */
    public URI address() {
      return URI.create("http://127.0.0.1:" + http);
    }

    /** Whether a real osmo-hlr stands behind it. */
    public boolean realHlr() {
      return !osmoHost.isEmpty();
    }
  }

  /** Starts it and waits until all of it answers. */
  public static Operator start(Place place, Ports ports) {
    return start(
        place,
        USUAL,
        ports.near(8091),
        ports.near(2775),
        ports.near(2525),
        ports.near(4259),
        ports.near(4258));
  }

  /** Starts it with a simulated HLR, and with room for tens of thousands of lines. */
  public static Operator startLarge(Place place) {
    return start(place, LARGE, 0, 0, 0, 0, 0);
  }

  /** The same, compiled as well as can be: takes longer to warm up, and less to answer then. */
  public static Operator startFast(Place place) {
    return start(place, FAST, 0, 0, 0, 0, 0);
  }

  /** Starts it again where it was, on the same data. */
  public static Operator startAgain(Place place, Listening was) {
    return start(place, USUAL, was.http(), was.smpp(), was.smtp(), was.ctrl(), was.vty());
  }

  /** Starts it again where it was, as {@link #startLarge} did. */
  public static Operator startLargeAgain(Place place, Listening was) {
    return start(place, LARGE, was.http(), was.smpp(), was.smtp(), was.ctrl(), was.vty());
  }

  /** How much it is to hold. */
  private record Size(int heapMegabytes, String hlr, List<String> compiling) {}

  private static final List<String> QUICKLY = List.of("-XX:TieredStopAtLevel=1");
  private static final Size USUAL = new Size(256, "auto", QUICKLY);
  private static final Size LARGE = new Size(1500, "simulated", QUICKLY);
  private static final Size FAST = new Size(1500, "simulated", List.of());

  private static Operator start(
      Place place, Size size, int http, int smpp, int smtp, int ctrl, int vty) {
    return start(
        place,
        size,
        List.of(
            "--hlr",
            size.hlr(),
            "--http-port",
            Integer.toString(http),
            "--smpp-port",
            Integer.toString(smpp),
            "--smtp-port",
            Integer.toString(smtp),
            "--ctrl-port",
            Integer.toString(ctrl),
            "--vty-port",
            Integer.toString(vty)));
  }

  private static Operator start(Place place, Size size, List<String> ports) {
    Path data = place.data().resolve("operator");
    Path announced = data.resolve("ports.json");
    try {
      Files.deleteIfExists(announced);
      var options =
          new ArrayList<>(List.of("-Xmx" + size.heapMegabytes() + "m", "-XX:+UseSerialGC"));
      options.addAll(size.compiling());
      var arguments = new ArrayList<>(List.of("--data", data.toString()));
      arguments.addAll(ports);
      Child child =
          Child.java(
              "The sandbox operator", place.sandbox(), place.log("operator"), options, arguments);
      child.awaitReady(
          "the sandbox operator listens",
          Duration.ofSeconds(120),
          () -> Files.exists(announced) && Files.size(announced) > 0);
      return new Operator(child, read(announced));
    } catch (IOException e) {
      throw new Said("The sandbox operator's folder can't be used: " + e.getMessage(), e);
    }
  }

  private static Listening read(Path announced) throws IOException {
    JsonNode ports = JSON.readTree(Files.readString(announced));
    return new Listening(
        ports.path("http").asInt(),
        ports.path("smpp").asInt(),
        ports.path("smtp").asInt(),
        ports.path("hlrHost").asString(),
        ports.path("ctrl").asInt(),
        ports.path("vty").asInt(),
        ports.path("hlr").asString(),
        ports.path("osmoHost").asString(""));
  }

  /** Where it listens. */
  public Listening listening() {
    return listening;
  }

  /** Whether its process runs. */
  public boolean alive() {
    return process.alive();
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Ends it as a power cut would. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
