package io.onhook.sandbox.http;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.fault.Misbehaviour;
import io.onhook.sandbox.json.Json;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Writes that take an {@code Idempotency-Key}. */
public final class Writes {
  private final Book book;
  private final Misbehaviour misbehaviour;

  public Writes(Book book, Misbehaviour misbehaviour) {
    this.book = book;
    this.misbehaviour = misbehaviour;
  }

  /** Does it once for the request's key; where the operation is opaque, each time. */
  public Reply write(String operation, Request request, Function<Draft, Reply> work) {
    String key = request.key();
    if (key == null || key.isBlank()) {
      return Reply.error(
          400,
          "idempotencyKeyMissing",
          "A write needs the header Idempotency-Key",
          "Send the effect's own key, the same one at each try.");
    }
    JsonNode arguments = Json.object().put("uri", request.uri()).set("body", request.body());
    Function<Draft, JsonNode> done = draft -> work.apply(draft).toJson();
    return Reply.of(
        misbehaviour.isOpaque(operation, request.about())
            ? book.change(operation, key, arguments, done)
            : book.once(operation, key, arguments, done));
  }

  /** The answer to a question by key, where the operation has been made opaque; else the truth. */
  public Reply ask(String operation, Request request, Function<Book, Reply> truth) {
    return misbehaviour.isOpaque(operation, request.about())
        ? Reply.canNotBeAsked()
        : truth.apply(book);
  }
}
