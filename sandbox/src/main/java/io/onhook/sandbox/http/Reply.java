package io.onhook.sandbox.http;

import io.onhook.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param headers beside the content type
 * @param type the content type
 * @param bytes the body
 */
public record Reply(int status, Map<String, String> headers, String type, byte[] bytes) {

  /** A JSON answer. */
  public static Reply json(int status, JsonNode body) {
    return new Reply(status, Map.of(), "application/json", Json.bytes(body));
  }

  public static Reply ok(JsonNode body) {
    return json(200, body);
  }

  /** 201 with the new resource, whose {@code href} becomes the location. */
  public static Reply created(JsonNode body) {
    return new Reply(
        201,
        Map.of("Location", body.path("href").asString("")),
        "application/json",
        Json.bytes(body));
  }

  public static Reply html(String page) {
    return new Reply(
        200, Map.of(), "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /** A TM Forum error (TMF630, clause 3.4): all its values are strings. */
  public static Reply error(int status, String code, String reason, String message) {
    return json(
        status,
        Json.object()
            .put("code", code)
            .put("reason", reason)
            .put("message", message)
            .put("status", Integer.toString(status))
            .put("referenceError", "https://sandbox.example.com/errors/" + code));
  }

  public static Reply notFound(String what) {
    return error(404, "notFound", "There is no such " + what, "Check the id.");
  }

  /** Where an operation has been made opaque. */
  static Reply canNotBeAsked() {
    return error(501, "notSupported", "This can't be asked", "Let a person find it out.");
  }

  /** As the journal and the book's memory keep it. */
  JsonNode toJson() {
    return Json.object().put("status", status).set("body", Json.read(bytes));
  }

  static Reply of(JsonNode stored) {
    int status = stored.path("status").asInt();
    JsonNode body = stored.path("body");
    return status == 201 ? created(body) : json(status, body);
  }
}
