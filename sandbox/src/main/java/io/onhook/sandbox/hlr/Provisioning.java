package io.onhook.sandbox.hlr;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Fills an HLR over CTRL, many requests at a time on one connection. */
final class Provisioning {
  private static final int TIMEOUT_MILLIS = 20_000;

  /** Requests in flight: more would fill both sockets' buffers and stop both sides. */
  private static final int WINDOW = 200;

  private Provisioning() {}

  /**
   * Creates these subscribers; those that are there already are left as they are.
   *
   * @return how many
   */
  static long fill(String host, Collection<ObjectNode> subscribers) throws IOException {
    List<String> requests = new ArrayList<>();
    for (ObjectNode subscriber : subscribers) {
      String imsi = subscriber.path("imsi").asString("");
      String by = "subscriber.by-imsi-" + imsi;
      requests.add("subscriber.create " + imsi);
      requests.add(by + ".msisdn " + subscriber.path("msisdn").asString("none"));
      if (subscriber.path("nam_cs").asInt() == 0) {
        requests.add(by + ".cs-enabled 0");
        requests.add(by + ".ps-enabled 0");
      }
    }
    try (Socket socket = new Socket(host, OsmoHlr.CTRL_PORT)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      for (int from = 0; from < requests.size(); from += WINDOW) {
        List<String> window = requests.subList(from, Math.min(from + WINDOW, requests.size()));
        for (int i = 0; i < window.size(); i++) {
          out.write(CtrlFrames.frame("SET " + (i + 1) + " " + window.get(i)));
        }
        out.flush();
        for (String request : window) {
          expectDone(request, CtrlFrames.read(in).orElse("no answer"));
        }
      }
    }
    return subscribers.size();
  }

  private static void expectDone(String request, String answer) throws IOException {
    if (!answer.startsWith("SET_REPLY ") && !answer.endsWith("Subscriber already exists.")) {
      throw new IOException("osmo-hlr did not do " + request + ": " + answer);
    }
  }
}
