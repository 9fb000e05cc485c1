package io.onhook.sandbox.hlr;

import io.onhook.sandbox.fault.About;
import io.onhook.sandbox.fault.Fault;
import io.onhook.sandbox.fault.Misbehaviour;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The VTY port: takes lines, misbehaves where it was told to, prints. */
final class VtyPort implements AutoCloseable {
  private final Misbehaviour misbehaviour;
  private final VtyTalk.Opener opener;
  private final Listener listener;

  VtyPort(String host, int port, Misbehaviour misbehaviour, VtyTalk.Opener opener)
      throws IOException {
    this.misbehaviour = misbehaviour;
    this.opener = opener;
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
    try (VtyTalk vty = opener.open()) {
      OutputStream out = socket.getOutputStream();
      out.write(vty.greeting());
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = in.readLine();
      while (line != null && !line.equals("exit") && carryOut(vty, line, out)) {
        line = in.readLine();
      }
    }
  }

  /** False where the connection is to be cut. */
  private boolean carryOut(VtyTalk vty, String line, OutputStream out)
      throws IOException, InterruptedException {
    Optional<Fault> fault =
        line.contains(" update ")
            ? misbehaviour.next("hlr.vty", null, About.of(line.split(" ")))
            : Optional.empty();
    if (fault.isEmpty()) {
      out.write(vty.run(line));
      return true;
    }
    switch (fault.get().mode()) {
      case LOSE_REQUEST -> {
        return false;
      }
      case LOSE_ANSWER -> {
        vty.run(line);
        return false;
      }
      case LATE -> {
        Thread.sleep(fault.get().after());
        vty.run(line);
        return false;
      }
      case WITHHOLD -> {
        vty.run(line);
        Thread.sleep(fault.get().after());
        return false;
      }
      case SLOW -> {
        Thread.sleep(fault.get().after());
        out.write(vty.run(line));
      }
      // It prints nothing and does nothing: who does not read back believes that it worked.
      case REJECT -> out.write(instead(vty, line, ""));
      case STALE_NOT_FOUND -> out.write(instead(vty, line, "% No subscriber\r\n"));
      case CONTRADICT -> {
        vty.run(line);
        out.write(instead(vty, line, "% Error: cannot update network access mode\r\n"));
      }
    }
    return true;
  }

  private static byte[] instead(VtyTalk vty, String line, String printed) {
    return (line + "\r\n" + printed + vty.prompt()).getBytes(StandardCharsets.ISO_8859_1);
  }
}
