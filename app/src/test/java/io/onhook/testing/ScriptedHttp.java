package io.onhook.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A partner on a free port that answers as told, or fails as told, and keeps what it was asked. */
public final class ScriptedHttp implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  public ScriptedHttp() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** What was asked. */
  public record Request(
      String method, String path, String query, Map<String, List<String>> headers, String body) {
    /** The first header of this name. */
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  /** What it does about a request. */
  public sealed interface Reply {
    /** It answers. */
    record Says(int status, String body, Map<String, String> headers) implements Reply {}

    /** It reads the request and closes the connection. */
    record HangsUp() implements Reply {}

    /** It reads the request and never answers. */
    record KeepsSilent() implements Reply {}
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * @param request method and path: {@code GET /a/b}; a page's offset and limit are left out of a
   *     query
   */
  public ScriptedHttp on(String request, Reply reply) {
    replies.put(request, reply);
    return this;
  }

  public ScriptedHttp on(String request, String json) {
    return on(request, new Reply.Says(200, json, Map.of()));
  }

  public ScriptedHttp on(String request, int status, String json) {
    return on(request, new Reply.Says(status, json, Map.of()));
  }

  /** All requests so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The last request of this method. */
  public Request last(String method) {
    return requests.stream()
        .filter(request -> request.method().equals(method))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            path,
            query == null ? "" : query,
            Map.copyOf(exchange.getRequestHeaders()),
            body));
    String filter = query == null ? "" : query.replaceFirst("&offset=.*", "");
    String key = exchange.getRequestMethod() + " " + path + (filter.isEmpty() ? "" : "?" + filter);
    Reply reply =
        replies.getOrDefault(
            key, new Reply.Says(404, "{\"code\":\"404\",\"reason\":\"no script\"}", Map.of()));
    switch (reply) {
      case Reply.Says(int status, String json, Map<String, String> headers) -> {
        headers.forEach(exchange.getResponseHeaders()::add);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
      case Reply.HangsUp() -> {}
      case Reply.KeepsSilent() -> {
        try {
          closing.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
    exchange.close();
  }
}
