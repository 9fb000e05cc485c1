package io.onhook.stand;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * @param currency in which it bills, ISO 4217
   */
  public record Listening(
      int http,
      int smpp,
      int smtp,
      String hlrHost,
      int ctrl,
      int vty,
      String hlr,
      String osmoHost,
      String currency) {
    /** Of its HTTP port. */
    public URI address() {
      return URI.create("http://127.0.0.1:" + http);
    }

    /** Whether a real osmo-hlr stands behind it. */
    public boolean realHlr() {
      return !osmoHost.isEmpty();
    }
  }

  /** Starts it and waits until all of it answers; it bills in its usual currency. */
  public static Operator start(Place place, Ports ports) {
    return start(place, ports, Optional.empty());
  }

  /** The same with an operator whose billing reckons as this pack does. */
  public static Operator start(Place place, Ports ports, Optional<ChosenPack> pack) {
    return start(
        place,
        USUAL,
        pack.map(ChosenPack::currency),
        ports.near(8091),
        ports.near(2775),
        ports.near(2525),
        ports.near(4259),
        ports.near(4258));
  }

  /** Starts it with a simulated HLR, and with room for tens of thousands of lines. */
  public static Operator startLarge(Place place) {
    return start(place, LARGE, Optional.empty(), 0, 0, 0, 0, 0);
  }

  /** The same, compiled as well as can be: takes longer to warm up, and less to answer then. */
  public static Operator startFast(Place place) {
    return start(place, FAST, Optional.empty(), 0, 0, 0, 0, 0);
  }

  /** Starts it again where it was, on the same data. */
  public static Operator startAgain(Place place, Listening was) {
    return again(place, USUAL, was);
  }

  /** Starts it again where it was, as {@link #startLarge} did. */
  public static Operator startLargeAgain(Place place, Listening was) {
    return again(place, LARGE, was);
  }

  private static Operator again(Place place, Size size, Listening was) {
    return start(
        place,
        size,
        Optional.of(was.currency()),
        was.http(),
        was.smpp(),
        was.smtp(),
        was.ctrl(),
        was.vty());
  }

  /** In which currency the operator of this place said that it bills, when it last started. */
  public static Optional<String> begunIn(Place place) {
    Path announced = announced(place);
    try {
      return Files.exists(announced)
          ? Optional.of(read(announced).currency()).filter(currency -> !currency.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      throw new Said("%s can't be read: %s".formatted(announced, e.getMessage()), e);
    }
  }

  private static Path announced(Place place) {
    return place.data().resolve("operator").resolve("ports.json");
  }

  /** How much it is to hold. */
  private record Size(int heapMegabytes, String hlr, List<String> compiling) {}

  private static final Size USUAL = new Size(256, "auto", List.of(Child.QUICKLY));
  private static final Size LARGE = new Size(1500, "simulated", List.of(Child.QUICKLY));
  private static final Size FAST = new Size(1500, "simulated", List.of());

  private static Operator start(
      Place place,
      Size size,
      Optional<String> currency,
      int http,
      int smpp,
      int smtp,
      int ctrl,
      int vty) {
    var arguments =
        new ArrayList<>(
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
    currency.ifPresent(code -> arguments.addAll(List.of("--currency", code)));
    return start(place, size, arguments);
  }

  private static Operator start(Place place, Size size, List<String> settings) {
    Path data = place.data().resolve("operator");
    Path announced = announced(place);
    try {
      Files.deleteIfExists(announced);
      var options =
          new ArrayList<>(List.of("-Xmx" + size.heapMegabytes() + "m", "-XX:+UseSerialGC"));
      options.addAll(size.compiling());
      var arguments = new ArrayList<>(List.of("--data", data.toString()));
      arguments.addAll(settings);
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
        ports.path("osmoHost").asString(""),
        ports.path("currency").asString(""));
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
