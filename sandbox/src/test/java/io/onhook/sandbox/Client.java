package io.onhook.sandbox;

import io.onhook.sandbox.json.Json;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Talks to a sandbox as its users do. */
final class Client {
  static final String PRODUCTS = "/tmf-api/productInventory/v4/product";
  static final String BILLS = "/tmf-api/customerBillManagement/v4/customerBill";
  static final String RATES = "/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate";
  static final String ON_DEMAND = "/tmf-api/customerBillManagement/v4/customerBillOnDemand";
  static final String REFUNDS = "/tmf-api/payment/v4/refund";
  static final String PAYMENTS = "/tmf-api/payment/v4/payment";

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonNode ports;

  Client(JsonNode ports) {
    this.ports = ports;
  }

  /** An answer. */
  record Answer(int status, HttpResponse<byte[]> response) {
    JsonNode json() {
      return Json.read(response.body());
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  int port(String name) {
    return ports.path(name).asInt();
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  Answer write(String method, String path, String key, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Idempotency-Key", key)
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer post(String path, String key, String body) throws IOException, InterruptedException {
    return write("POST", path, key, body);
  }

  /** Turns one of the sandbox's knobs. */
  JsonNode control(String path, String body) throws IOException, InterruptedException {
    Answer answer = post("/sandbox/" + path, "", body);
    if (answer.status() >= 300) {
      throw new IOException(answer.text());
    }
    return answer.json();
  }

  Answer finalBill(String account, String key) throws IOException, InterruptedException {
    return post(
        ON_DEMAND,
        key,
        "{\"name\":\"%s\",\"billingAccount\":{\"id\":\"%s\"}}".formatted(key, account));
  }

  Answer refund(String account, String amount, String key)
      throws IOException, InterruptedException {
    return post(REFUNDS, key, money(account, amount, key, "token-1"));
  }

  static String money(String account, String amount, String key, String token) {
    return """
    {"correlatorId":"%s","account":{"id":"%s"},"paymentMethod":{"name":"%s"},
     "totalAmount":{"unit":"CNY","value":%s}}\
    """
        .formatted(key, account, token, amount);
  }

  /** The journal's entries of one operation since the last reset. */
  List<JsonNode> journal(String operation) throws IOException, InterruptedException {
    List<JsonNode> entries = new ArrayList<>();
    for (String line : get("/sandbox/journal").text().split("\n")) {
      JsonNode entry = Json.read(line.getBytes(StandardCharsets.UTF_8));
      if (entry.path("operation").asString("").equals("sandbox.reset")) {
        entries.clear();
      }
      if (entry.path("operation").asString("").equals(operation)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Asks CTRL, each request in turn on one connection. */
  List<String> ctrl(String... requests) throws IOException {
    return ctrl("127.0.0.1", port("ctrl"), requests);
  }

  static List<String> ctrl(String host, int port, String... requests) throws IOException {
    try (Socket socket = new Socket(host, port)) {
      socket.setSoTimeout(10_000);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      List<String> answers = new ArrayList<>();
      for (String request : requests) {
        byte[] text = request.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[text.length + 4];
        frame[0] = (byte) ((text.length + 1) >> 8);
        frame[1] = (byte) (text.length + 1);
        frame[2] = (byte) 0xee;
        System.arraycopy(text, 0, frame, 4, text.length);
        socket.getOutputStream().write(frame);
        byte[] answer = new byte[in.readUnsignedShort()];
        in.readByte();
        in.readFully(answer);
        answers.add(new String(answer, 1, answer.length - 1, StandardCharsets.US_ASCII));
      }
      return answers;
    }
  }

  /** Types lines into the VTY; what it prints after each, to the prompt. */
  List<String> vty(String... lines) throws IOException {
    return vty("127.0.0.1", port("vty"), lines);
  }

  static List<String> vty(String host, int port, String... lines) throws IOException {
    try (Socket socket = new Socket(host, port)) {
      socket.setSoTimeout(10_000);
      untilPrompt(socket);
      List<String> printed = new ArrayList<>();
      for (String line : lines) {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        printed.add(untilPrompt(socket));
      }
      return printed;
    }
  }

  private static String untilPrompt(Socket socket) throws IOException {
    StringBuilder seen = new StringBuilder();
    while (!seen.toString().matches("(?s).*OsmoHLR[#>] $")) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("The VTY hung up after " + seen);
      }
      seen.append((char) next);
    }
    return seen.toString();
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        http.send(
            request.timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port("http") + path);
  }
}
