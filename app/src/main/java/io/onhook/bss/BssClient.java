package io.onhook.bss;

import io.onhook.shared.Answer;
import io.onhook.shared.Deadline;
import io.onhook.shared.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes resources of the operator's TM Forum APIs (v4).
 *
 * <p>A read has no effect, so a nonsensical answer to it is {@code Failed}. A write is {@code
 * Failed} only if it certainly had no effect: no connection, or the partner refused it (4xx, 501).
 * Time-outs, resets, other 5xx and answers that can't be read leave it open: {@code Silent}. So
 * does a 409 without an error of the API's own: it may mean "your first request is still under
 * way".
 *
 * <p>Answers are read tolerantly: unknown properties are passed over.
 */
@Component
@ConditionalOnProperty("onhook.bss.url")
@EnableConfigurationProperties(BusinessSystems.class)
public final class BssClient {
  private static final String PARTNER = "bss";
  private static final int PAGE = 100;
  private static final int MOST = 10_000;

  private final BusinessSystems settings;
  private final Credentials credentials;
  private final Exchange exchange;
  private final JsonMapper json =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  public BssClient(BusinessSystems settings) {
    this.settings = settings;
    credentials = new Credentials(settings);
    // The JDK's client itself, without a layer above: only so is it known whether bytes were sent,
    // and one deadline can span connecting, headers, body and all requests of a call.
    exchange =
        new Exchange(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build());
  }

  /** A value as it stands in a path or a query. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The longest one call of a port takes. */
  public Duration longest() {
    return settings.timeout();
  }

  /** A new deadline for one call of a port. */
  public Deadline deadline() {
    return Deadline.in(settings.timeout());
  }

  /** GET of one resource; empty if the partner says, as TM Forum APIs do, that there is none. */
  public <D, T> Answer<Optional<T>> find(
      Deadline deadline, String path, Class<D> type, Function<D, T> reading) {
    return read(
        deadline,
        path,
        response ->
            response.statusCode() == 404 && error(response).isGenuine()
                ? Optional.empty()
                : Optional.of(reading.apply(body(response, type))));
  }

  /**
   * GET of a list, all pages of it.
   *
   * @param path with a query
   */
  public <D, T> Answer<T> list(
      Deadline deadline, String path, Class<D[]> type, Function<List<D>, T> reading) {
    return pages(deadline, path, type).then(found -> readable(() -> reading.apply(found)));
  }

  /**
   * The one place where an answer that makes no sense becomes a fault. For reading what was found;
   * after a write, {@link Answer#afterSending} applies.
   */
  public static <T> Answer<T> readable(Supplier<T> reading) {
    return reading(reading, Answer.Failed::new);
  }

  private <D> Answer<List<D>> pages(Deadline deadline, String path, Class<D[]> type) {
    var found = new ArrayList<D>();
    while (true) {
      String page = path + "&offset=" + found.size() + "&limit=" + PAGE;
      Answer<Page<D>> answer =
          read(deadline, page, response -> page(response, body(response, type)));
      switch (answer) {
        case Answer.Failed<Page<D>>(Fault fault) -> {
          return new Answer.Failed<>(fault);
        }
        case Answer.Silent<Page<D>>(Fault fault) -> {
          return new Answer.Silent<>(fault);
        }
        case Answer.Got<Page<D>>(Page<D>(List<D> items, long total)) -> {
          found.addAll(items);
          if (items.isEmpty() || found.size() >= total) {
            return new Answer.Got<>(List.copyOf(found));
          }
          if (found.size() >= MOST) {
            return new Answer.Failed<>(
                Fault.protocol(PARTNER, "a list has more than " + MOST + " entries"));
          }
        }
      }
    }
  }

  /**
   * POST or PATCH.
   *
   * @param effectKey sent as {@code Idempotency-Key}
   */
  public <D, T> Answer<T> write(
      Deadline deadline,
      String method,
      String path,
      String effectKey,
      Object content,
      Class<D> type,
      Function<D, T> reading) {
    HttpRequest request;
    try {
      request =
          request(path)
              .header("Idempotency-Key", effectKey)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(content)))
              .build();
    } catch (IOException e) {
      return new Answer.Failed<>(noCredentials());
    }
    return switch (exchange.send(request, deadline)) {
      case Answer.Failed<HttpResponse<byte[]>>(Fault fault) -> new Answer.Failed<>(fault);
      case Answer.Silent<HttpResponse<byte[]>>(Fault fault) -> new Answer.Silent<>(fault);
      case Answer.Got<HttpResponse<byte[]>>(HttpResponse<byte[]> response) ->
          written(response, type, reading);
    };
  }

  private <D, T> Answer<T> written(
      HttpResponse<byte[]> response, Class<D> type, Function<D, T> reading) {
    int status = response.statusCode();
    if (refused(status) && (status != 409 || error(response).isGenuine())) {
      return new Answer.Failed<>(Fault.rejected(PARTNER, said(response)));
    }
    if (status < 200 || status >= 300) {
      return new Answer.Silent<>(Fault.protocol(PARTNER, said(response)));
    }
    return reading(() -> reading.apply(body(response, type)), Answer.Silent::new);
  }

  private static boolean refused(int status) {
    return (status >= 400 && status < 500 && status != 408) || status == 501;
  }

  private <T> Answer<T> read(
      Deadline deadline, String path, Function<HttpResponse<byte[]>, T> reading) {
    HttpRequest request;
    try {
      request = request(path).GET().build();
    } catch (IOException e) {
      return new Answer.Failed<>(noCredentials());
    }
    return switch (exchange.send(request, deadline)) {
      case Answer.Failed<HttpResponse<byte[]>>(Fault fault) -> new Answer.Failed<>(fault);
      case Answer.Silent<HttpResponse<byte[]>>(Fault fault) -> new Answer.Silent<>(fault);
      case Answer.Got<HttpResponse<byte[]>>(HttpResponse<byte[]> response) -> {
        int status = response.statusCode();
        boolean answered =
            (status >= 200 && status < 300) || (status == 404 && error(response).isGenuine());
        yield answered
            ? reading(() -> reading.apply(response), Answer.Failed::new)
            : new Answer.Failed<>(
                refused(status)
                    ? Fault.rejected(PARTNER, said(response))
                    : Fault.protocol(PARTNER, said(response)));
      }
    };
  }

  private static <T> Answer<T> reading(Supplier<T> reading, Function<Fault, Answer<T>> otherwise) {
    try {
      return new Answer.Got<>(reading.get());
    } catch (Unreadable e) {
      return otherwise.apply(e.fault(PARTNER));
    } catch (JacksonException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException e) {
      // Their messages quote what was read, which may be personal.
      return otherwise.apply(
          Fault.protocol(PARTNER, "an answer can't be read: " + e.getClass().getSimpleName()));
    }
  }

  private HttpRequest.Builder request(String path) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + path)).header("Accept", "application/json");
    credentials.header().ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private String base() {
    String url = settings.url().toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private <D> D body(HttpResponse<byte[]> response, Class<D> type) {
    D content = json.readValue(response.body(), type);
    if (content == null) {
      throw new Unreadable("an answer is null");
    }
    return content;
  }

  private TmfError error(HttpResponse<byte[]> response) {
    try {
      return body(response, TmfError.class);
    } catch (JacksonException | Unreadable e) {
      return new TmfError(null, null, null, null);
    }
  }

  /** Status and code only: reasons and messages may quote a number. */
  private String said(HttpResponse<byte[]> response) {
    String code = error(response).code();
    return response.request().method()
        + " "
        + response.request().uri().getPath()
        + " got "
        + response.statusCode()
        + (code == null || !code.matches("[A-Za-z0-9._-]{1,40}") ? "" : ", code " + code);
  }

  private static Fault noCredentials() {
    return Fault.unreachable(
        PARTNER, "the file of onhook.bss.bearer-token-file or password-file can't be read");
  }

  private static <D> Page<D> page(HttpResponse<byte[]> response, D[] items) {
    // Without a total, a partial or full page may have a successor, and any other is the last.
    boolean more = response.statusCode() == 206 || items.length >= PAGE;
    long total =
        response.headers().firstValueAsLong("X-Total-Count").orElse(more ? Long.MAX_VALUE : 0);
    return new Page<>(List.of(items), total);
  }

  private record Page<D>(List<D> items, long total) {}
}
