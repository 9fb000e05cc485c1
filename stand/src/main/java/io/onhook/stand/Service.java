package io.onhook.stand;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The product in its own process, in the profile sandbox. */
public final class Service implements AutoCloseable {
  private final Child process;
  private final int port;

  private Service(Child process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and waits until it is ready for traffic. */
  public static Service start(Place place, Operator.Listening operator, int port) {
    return start(place, operator, port, List.of());
  }

  /** The same with more settings, as on a command line. */
  public static Service start(
      Place place, Operator.Listening operator, int port, List<String> more) {
    Child child =
        Child.java(
            "The service",
            place.service(),
            place.log("service"),
            List.of(
                "-Xmx768m",
                "-XX:+UseSerialGC",
                Child.QUICKLY,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"),
            Stream.concat(settings(place, operator, port).stream(), more.stream()).toList());
    var service = new Service(child, port);
    var http = new Http(service.address(), Map.of());
    child.awaitReady(
        "the service is ready",
        Duration.ofSeconds(240),
        () -> http.answers("/actuator/health/readiness"));
    return service;
  }

  private static List<String> settings(Place place, Operator.Listening operator, int port) {
    return List.of(
        "--spring.profiles.active=sandbox",
        "--server.port=" + port,
        "--onhook.data=" + place.data(),
        "--onhook.sandbox.operator=" + operator.address(),
        "--onhook.bss.currency=" + operator.currency(),
        "--onhook.hlr.host=" + operator.hlrHost(),
        "--onhook.hlr.ctrl-port=" + operator.ctrl(),
        "--onhook.hlr.vty-port=" + operator.vty(),
        "--onhook.smsc.port=" + operator.smpp(),
        "--onhook.mail.port=" + operator.smtp());
  }

  /** Of its HTTP port on loopback. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The HTTP port. */
  public int port() {
    return port;
  }

  /** Whether its process runs. */
  public boolean alive() {
    return process.alive();
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
