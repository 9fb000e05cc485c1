package io.onhook.sandbox.hlr;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VTY of a real osmo-hlr, line by line. A line that may change something is journalled first. */
final class RelayedVty implements VtyTalk {
  private static final int PROMPT_TIMEOUT_MILLIS = 10_000;
  private static final Pattern PROMPT = Pattern.compile("(OsmoHLR(?:\\([^)\\s]*\\))?[#>] )$");
  private static final Pattern HARMLESS =
      Pattern.compile("|enable|disable|show .*|list|.* show|.*\\?");

  private final Book book;
  private final Socket socket;
  private final InputStream in;
  private String prompt = "";

  RelayedVty(Book book, String host) throws IOException {
    this.book = book;
    this.socket = new Socket(host, OsmoHlr.VTY_PORT);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PROMPT_TIMEOUT_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  @Override
  public byte[] greeting() throws IOException {
    return untilPrompt();
  }

  @Override
  public byte[] run(String line) throws IOException {
    if (!HARMLESS.matcher(line).matches()) {
      book.change("hlr.vty", null, Json.object().put("command", line), draft -> Json.object());
    }
    socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    return untilPrompt();
  }

  @Override
  public String prompt() {
    return prompt;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private byte[] untilPrompt() throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("osmo-hlr closed its VTY");
      }
      seen.write(next);
      // A prompt ends in a blank, and only then nothing more is on its way.
      if (next == ' ' && in.available() == 0) {
        Matcher matcher = PROMPT.matcher(seen.toString(StandardCharsets.ISO_8859_1));
        if (matcher.find()) {
          prompt = matcher.group(1);
          return seen.toByteArray();
        }
      }
    }
  }
}
