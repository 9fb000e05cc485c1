package io.onhook.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onhook.sandbox.fault.Fault;
import io.onhook.sandbox.fault.Misbehaviour;
import io.onhook.sandbox.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The HTTP port: finds the route, misbehaves where it was told to, answers. */
public final class HttpDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
  private static final int LARGEST_BODY = 1 << 20;

  static {
    // Without it each small answer waits 40 ms for the peer's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final Misbehaviour misbehaviour;
  private final Acquaintances acquaintances;
  private final List<Route> routes = new ArrayList<>();

  /**
   * Takes the port; it answers from {@link #start} on.
   *
   * @param port 0 for any free one
   * @param met file that keeps for which line each effect key came
   */
  public HttpDoor(String host, int port, Misbehaviour misbehaviour, Path met) throws IOException {
    this.acquaintances = new Acquaintances(met);
    this.misbehaviour = misbehaviour;
    this.server = HttpServer.create(new InetSocketAddress(host, port), 512);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
  }

  /** Adds a route that never misbehaves. */
  public void on(String method, String pattern, Handler handler) {
    routes.add(new Route(method, pattern, null, handler));
  }

  /** Adds a route that can be told to misbehave under this operation's name. */
  public void on(String method, String pattern, String operation, Handler handler) {
    routes.add(new Route(method, pattern, operation, handler));
  }

  public void start() {
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      Optional<Reply> reply = reply(exchange);
      if (reply.isPresent()) {
        send(exchange, reply.get());
      }
    } catch (IOException e) {
      LOG.debug("The caller went away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("{} {}", exchange.getRequestMethod(), exchange.getRequestURI().getPath(), e);
      sendFailure(exchange);
    }
  }

  /** Empty where nothing is to be answered. */
  private Optional<Reply> reply(HttpExchange exchange) throws IOException, InterruptedException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return Optional.of(
          Reply.error(413, "tooLarge", "The body is over 1 MB", "Send a smaller one."));
    }
    List<String> methods = new ArrayList<>();
    for (Route route : routes) {
      Optional<Map<String, String>> names = route.match(path);
      if (names.isPresent() && route.method().equals(exchange.getRequestMethod())) {
        JsonNode json;
        try {
          json = Json.read(body);
        } catch (JacksonException e) {
          return Optional.of(
              Reply.error(400, "notJson", "The body is no JSON", e.getOriginalMessage()));
        }
        return carryOut(route, request(exchange, names.get(), json));
      }
      names.ifPresent(found -> methods.add(route.method()));
    }
    return Optional.of(
        methods.isEmpty()
            ? Reply.notFound("path")
            : Reply.error(405, "methodNotAllowed", "Not this method", "Use one of " + methods));
  }

  private Optional<Reply> carryOut(Route route, Request request) throws InterruptedException {
    String operation = route.operation();
    boolean asks = request.method().equals("GET");
    if (asks && operation != null && misbehaviour.isOpaque(operation, request.about())) {
      return Optional.of(Reply.canNotBeAsked());
    }
    Optional<Fault> fault =
        operation == null
            ? Optional.empty()
            : misbehaviour.next(operation, request.key(), request.about());
    if (fault.isEmpty()) {
      return Optional.of(route.handler().answer(request));
    }
    return misbehave(route, request, fault.get());
  }

  private static Optional<Reply> misbehave(Route route, Request request, Fault fault)
      throws InterruptedException {
    boolean asks = request.method().equals("GET");
    return switch (fault.mode()) {
      case LOSE_REQUEST -> Optional.empty();
      case LOSE_ANSWER -> {
        route.handler().answer(request);
        yield Optional.empty();
      }
      case LATE -> {
        Thread.sleep(fault.after());
        route.handler().answer(request);
        yield Optional.empty();
      }
      case WITHHOLD -> {
        route.handler().answer(request);
        Thread.sleep(fault.after());
        yield Optional.empty();
      }
      case SLOW -> {
        Thread.sleep(fault.after());
        yield Optional.of(route.handler().answer(request));
      }
      case REJECT ->
          Optional.of(Reply.error(503, "unavailable", "Not at the moment", "Try again later."));
      case STALE_NOT_FOUND ->
          Optional.of(
              asks && request.path().isEmpty()
                  ? Lists.reply(List.of(), request)
                  : Reply.notFound("resource"));
      case CONTRADICT -> {
        Reply truth = route.handler().answer(request);
        yield Optional.of(
            asks
                ? Contradiction.of(truth)
                : Reply.error(409, "refused", "It was refused", "Nothing was done."));
      }
    };
  }

  private Request request(HttpExchange exchange, Map<String, String> names, JsonNode body) {
    @Nullable String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    Map<String, List<String>> query = query(exchange.getRequestURI().getRawQuery());
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        names,
        query,
        key,
        body,
        acquaintances.meet(key, Request.about(names, query, key, body)));
  }

  private static Map<String, List<String>> query(@Nullable String raw) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return query;
    }
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      query
          .computeIfAbsent(
              URLDecoder.decode(name, StandardCharsets.UTF_8), unused -> new ArrayList<>())
          .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return query;
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    exchange.sendResponseHeaders(
        reply.status(), reply.bytes().length == 0 ? -1 : reply.bytes().length);
    exchange.getResponseBody().write(reply.bytes());
  }

  private static void sendFailure(HttpExchange exchange) {
    try {
      send(exchange, Reply.error(500, "failed", "The sandbox failed", "See its standard error."));
    } catch (IOException e) {
      LOG.debug("The caller went away", e);
    }
  }
}
