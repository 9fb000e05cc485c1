package io.onhook.command;

import io.onhook.stand.Operator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Types into the HLR's terminal (VTY), as somebody at the operator could. */
final class Terminal {
  private static final String PRIVILEGED = "# ";

  private Terminal() {}

  static void tell(Operator.Listening operator, String command) {
    try (var socket = new Socket(operator.hlrHost(), operator.vty())) {
      socket.setSoTimeout(10_000);
      type(socket, "enable", PRIVILEGED);
      String said = type(socket, command, PRIVILEGED);
      if (!said.contains("% Updated")) {
        throw new AssertionError(command + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(command, e);
    }
  }

  private static String type(Socket socket, String line, String prompt) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    var said = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (!said.toString().endsWith(prompt)) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("The terminal closed after: " + said);
      }
      said.append((char) next);
    }
    return said.toString();
  }
}
