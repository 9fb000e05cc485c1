package io.onhook.stand;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON over HTTP against one address. Whoever does not answer, or says that it can't just now, is
 * asked again for two minutes: all requests here may be repeated.
 */
public final class Http {
  /** Reads and writes what these programs exchange. */
  public static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration USUAL_PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final Map<String, String> headers;
  private final Duration patience;

  /** Against this address, with these headers in each request. */
  public Http(URI base, Map<String, String> headers) {
    this(base, headers, USUAL_PATIENCE);
  }

  private Http(URI base, Map<String, String> headers, Duration patience) {
    this.base = base;
    this.headers = headers;
    this.patience = patience;
  }

  /** One that asks once, and takes what it is told. */
  public static Http impatient(URI base, Map<String, String> headers) {
    return new Http(base, headers, Duration.ZERO);
  }

  /** An answer, whatever its status. */
  public record Answer(int status, byte[] body, String what) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The body, if the status is of the two hundreds; else fails and shows it. */
    public JsonNode json() {
      return JSON.readTree(fine().body);
    }

    /**
     * This answer, if its status is of the two hundreds.
     *
     * @throws Said with status and body if not
     */
    public Answer fine() {
      if (status < 200 || status > 299) {
        throw new Said("%s was answered %d: %s".formatted(what, status, text()));
      }
      return this;
    }
  }

  /**
   * Asks until there is an answer.
   *
   * @throws Said if there is none for two minutes
   */
  public Answer get(String path) {
    return send("GET " + path, request(path).GET());
  }

  /**
   * Sends a JSON body, with more headers, until there is an answer.
   *
   * @throws Said if there is none for two minutes
   */
  public Answer post(String path, Object body, Map<String, String> more) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    more.forEach(request::header);
    return send("POST " + path, request);
  }

  /** Whether anything answers with success there; never fails. */
  public boolean answers(String path) {
    try {
      return client
              .send(request(path).GET().build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    return request;
  }

  private Answer send(String what, HttpRequest.Builder request) {
    long giveUp = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        HttpResponse<byte[]> response =
            client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() < 500 || System.nanoTime() >= giveUp) {
          return new Answer(response.statusCode(), response.body(), what);
        }
      } catch (IOException e) {
        if (System.nanoTime() >= giveUp) {
          throw new Said(what + " on " + base + " failed: " + e, e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Said(what + " was interrupted", e);
      }
      Patience.breathe();
    }
  }
}
