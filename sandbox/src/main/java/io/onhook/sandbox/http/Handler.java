package io.onhook.sandbox.http;

/** Answers the requests of a route. */
public interface Handler {
  Reply answer(Request request);
}
