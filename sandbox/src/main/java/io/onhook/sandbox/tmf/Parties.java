package io.onhook.sandbox.tmf;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.http.HttpDoor;
import io.onhook.sandbox.http.Lists;
import io.onhook.sandbox.http.Reply;
import java.util.List;

/** People and companies, in the manner of TMF632 v4. Read only. */
public final class Parties {
  /** Where people are kept in the book, and the end of their path. */
  public static final String INDIVIDUALS = "individual";

  /** Where companies are kept in the book, and the end of their path. */
  public static final String ORGANIZATIONS = "organization";

  /** The path that both begin with. */
  public static final String PATH = "/tmf-api/party/v4/";

  private final Book book;

  public Parties(Book book) {
    this.book = book;
  }

  /** Opens the routes. */
  public void serve(HttpDoor door) {
    for (String kind : List.of(INDIVIDUALS, ORGANIZATIONS)) {
      door.on(
          "GET",
          PATH + kind,
          "party.get",
          request ->
              Lists.reply(book.read(view -> Lists.candidates(view, kind, request)), request));
      door.on(
          "GET",
          PATH + kind + "/{id}",
          "party.get",
          request ->
              book.read(view -> view.find(kind, request.path("id")))
                  .map(party -> Reply.ok(Lists.fields(party, request)))
                  .orElseGet(() -> Reply.notFound("party")));
    }
  }
}
