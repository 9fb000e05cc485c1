package io.onhook.bss;

import io.onhook.shared.Answer;
import io.onhook.shared.Deadline;
import io.onhook.shared.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One HTTP request and what became of it. {@code Failed} only if the request certainly never
 * reached the partner; once it may have, anything but a whole response is {@code Silent}.
 */
final class Exchange {
  /** A partner's answer is smaller, or is not read. */
  private static final long LARGEST_BODY = 8 * 1024 * 1024;

  private static final String PARTNER = "bss";

  private final HttpClient http;

  Exchange(HttpClient http) {
    this.http = http;
  }

  /** Sends it; the response has any status. */
  Answer<HttpResponse<byte[]>> send(HttpRequest request, Deadline deadline) {
    String what = request.method() + " " + request.uri().getPath();
    long left = deadline.left().toNanos();
    if (left == 0) {
      return new Answer.Failed<>(Fault.timeout(PARTNER, "no time left for " + what));
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY));
    try {
      return new Answer.Got<>(answer.get(left, TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Answer.Silent<>(Fault.timeout(PARTNER, "no answer in time to " + what));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Silent<>(Fault.timeout(PARTNER, "interrupted while waiting for " + what));
    } catch (ExecutionException e) {
      return failure(what, e.getCause() == null ? e : e.getCause());
    }
  }

  private static <T> Answer<T> failure(String what, Throwable cause) {
    return switch (cause) {
      // Connecting failed, in time or not: nothing was sent.
      case ConnectException e -> new Answer.Failed<>(unreachable(what, e));
      case HttpConnectTimeoutException e -> new Answer.Failed<>(unreachable(what, e));
      case HttpTimeoutException e -> new Answer.Silent<>(Fault.timeout(PARTNER, what));
      case IOException e -> new Answer.Silent<>(unreachable(what, e));
      default -> throw new IllegalStateException("Unexpected failure of " + what, cause);
    };
  }

  private static Fault unreachable(String what, IOException e) {
    return Fault.unreachable(PARTNER, what + ": " + e.getClass().getSimpleName());
  }
}
