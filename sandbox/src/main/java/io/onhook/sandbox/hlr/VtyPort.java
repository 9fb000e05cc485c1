package io.onhook.sandbox.hlr;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.fault.Fault;
import io.onhook.sandbox.fault.Misbehaviour;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The simulated VTY port: telnet greeting, echo, prompt. */
final class VtyPort implements AutoCloseable {
  private static final String GREETING =
      "Welcome to the OsmoHLR VTY interface\r\n\r\nThis one is simulated by the sandbox.\r\n";

  /** WILL ECHO, WILL SUPPRESS-GO-AHEAD, DONT LINEMODE, DO NAWS: clients must skip them. */
  private static final byte[] TELNET = {
    (byte) 0xff, (byte) 0xfb, 1, (byte) 0xff, (byte) 0xfb, 3,
    (byte) 0xff, (byte) 0xfe, 34, (byte) 0xff, (byte) 0xfd, 31
  };

  private final Book book;
  private final Misbehaviour misbehaviour;
  private final Listener listener;

  VtyPort(String host, int port, Book book, Misbehaviour misbehaviour) throws IOException {
    this.book = book;
    this.misbehaviour = misbehaviour;
    this.listener = new Listener("vty", host, port, this::talk);
  }

  int port() {
    return listener.port();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void talk(Socket socket) throws IOException, InterruptedException {
    Vty vty = new Vty(book);
    OutputStream out = socket.getOutputStream();
    ByteArrayOutputStream greeting = new ByteArrayOutputStream();
    greeting.writeBytes(GREETING.getBytes(StandardCharsets.US_ASCII));
    greeting.writeBytes(TELNET);
    greeting.writeBytes(vty.prompt().getBytes(StandardCharsets.US_ASCII));
    out.write(greeting.toByteArray());
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String line = in.readLine();
    while (line != null && !line.equals("exit") && carryOut(vty, line, out)) {
      line = in.readLine();
    }
  }

  /** False where the connection is to be cut. */
  private boolean carryOut(Vty vty, String line, OutputStream out)
      throws IOException, InterruptedException {
    Optional<Fault> fault =
        line.contains(" update ") ? misbehaviour.next("hlr.vty", null) : Optional.empty();
    String printed = "";
    if (fault.isPresent()) {
      VtyFault.Outcome outcome = VtyFault.carryOut(fault.get(), () -> vty.run(line));
      if (outcome.cut()) {
        return false;
      }
      printed = outcome.printed();
    } else {
      printed = vty.run(line);
    }
    out.write((line + "\r\n" + printed + vty.prompt()).getBytes(StandardCharsets.US_ASCII));
    return true;
  }
}
