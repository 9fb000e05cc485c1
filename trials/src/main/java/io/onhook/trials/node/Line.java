package io.onhook.trials.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The line to whoever tries this node: one JSON object a line, each answered when it is done. */
final class Line {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final Socket socket;
  private final OutputStream out;
  private final Function<JsonNode, JsonNode> servant;

  Line(int port, Function<JsonNode, JsonNode> servant) throws IOException {
    this.servant = servant;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    send(JSON.createObjectNode().put("pid", ProcessHandle.current().pid()));
  }

  /** Until the other side hangs up. */
  void serve() throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      JsonNode asked = JSON.readTree(text);
      Thread.ofVirtual().start(() -> answer(asked));
    }
  }

  /** Tells something that nobody asked for. */
  void event(JsonNode event) {
    send(JSON.createObjectNode().set("event", event));
  }

  private void answer(JsonNode asked) {
    ObjectNode answer = JSON.createObjectNode().put("re", asked.path("id").asLong());
    try {
      answer.set("ok", servant.apply(asked));
    } catch (RuntimeException e) {
      answer.put("failed", e.toString());
    }
    send(answer);
  }

  private synchronized void send(JsonNode message) {
    try {
      out.write((JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      // It has hung up: serve() ends as well.
      System.err.println("The line is cut: " + e.getMessage());
    }
  }
}
