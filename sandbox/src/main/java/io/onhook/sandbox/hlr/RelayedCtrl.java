package io.onhook.sandbox.hlr;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.json.Json;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/**
 * CTRL of a real osmo-hlr: each request goes on to it and its answer comes back, to the byte. A SET
 * is in the journal twice, before it goes and with its answer, so that one whose answer a crash
 * swallowed shows.
 */
final class RelayedCtrl implements Ctrl {
  private static final int ANSWER_TIMEOUT_MILLIS = 10_000;

  private final Book book;
  private final Socket socket;
  private final DataInputStream in;

  RelayedCtrl(Book book, String host) throws IOException {
    this.book = book;
    this.socket = new Socket(host, OsmoHlr.CTRL_PORT);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(ANSWER_TIMEOUT_MILLIS);
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  @Override
  public Optional<String> answer(String request) throws IOException {
    boolean changes = request.startsWith("SET ");
    if (changes) {
      book.change(
          "hlr.ctrl.asked", null, Json.object().put("request", request), draft -> Json.object());
    }
    CtrlFrames.write(socket.getOutputStream(), request);
    String answer =
        CtrlFrames.read(in)
            .orElseThrow(() -> new IOException("osmo-hlr hung up without an answer"));
    if (changes) {
      book.change(
          "hlr.ctrl",
          null,
          Json.object().put("request", request),
          draft -> Json.object().put("answer", answer));
    }
    return Optional.of(answer);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
