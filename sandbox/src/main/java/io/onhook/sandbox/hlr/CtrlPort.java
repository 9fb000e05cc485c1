package io.onhook.sandbox.hlr;

import io.onhook.sandbox.fault.About;
import io.onhook.sandbox.fault.Fault;
import io.onhook.sandbox.fault.Misbehaviour;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** The CTRL port: reads frames in order, misbehaves where it was told to, answers. */
final class CtrlPort implements AutoCloseable {
  /** Makes the answering part of a new connection. */
  interface Opener {
    Ctrl open() throws IOException;
  }

  private final Misbehaviour misbehaviour;
  private final Opener opener;
  private final Listener listener;

  CtrlPort(String host, int port, Misbehaviour misbehaviour, Opener opener) throws IOException {
    this.misbehaviour = misbehaviour;
    this.opener = opener;
    this.listener = new Listener("ctrl", host, port, this::talk);
  }

  int port() {
    return listener.port();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void talk(Socket socket) throws IOException, InterruptedException {
    try (Ctrl ctrl = opener.open()) {
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      OutputStream out = socket.getOutputStream();
      Optional<String> request = CtrlFrames.read(in);
      while (request.isPresent() && carryOut(ctrl, request.get(), out)) {
        request = CtrlFrames.read(in);
      }
    }
  }

  /** False where the connection is to be cut. */
  private boolean carryOut(Ctrl ctrl, String request, OutputStream out)
      throws IOException, InterruptedException {
    if (request.startsWith("GET ") && misbehaviour.isOpaque(operation(request), about(request))) {
      send(out, Optional.of(error(request, "An error has occurred.")));
      return true;
    }
    Optional<Fault> fault = misbehaviour.next(operation(request), null, about(request));
    if (fault.isEmpty()) {
      send(out, ctrl.answer(request));
      return true;
    }
    switch (fault.get().mode()) {
      case LOSE_REQUEST -> {
        return false;
      }
      case LOSE_ANSWER -> {
        ctrl.answer(request);
        return false;
      }
      case LATE -> {
        Thread.sleep(fault.get().after());
        ctrl.answer(request);
        return false;
      }
      case WITHHOLD -> {
        ctrl.answer(request);
        Thread.sleep(fault.get().after());
        return false;
      }
      case SLOW -> {
        Thread.sleep(fault.get().after());
        send(out, ctrl.answer(request));
      }
      // What osmo-hlr says while another process holds its database.
      case REJECT -> send(out, Optional.of(error(request, busy(request))));
      case STALE_NOT_FOUND -> send(out, Optional.of(error(request, "No such subscriber.")));
      case CONTRADICT -> {
        Optional<String> truth = ctrl.answer(request);
        send(
            out,
            request.startsWith("SET ")
                ? Optional.of(error(request, busy(request)))
                : truth.map(CtrlPort::turned));
      }
    }
    return true;
  }

  /** The subscriber that it names, in the variable or as its value. */
  private static About about(String request) {
    return About.of(request.split("[ .-]"));
  }

  /** The name under which misbehaviour is ordered. */
  private static String operation(String request) {
    if (request.startsWith("GET ")) {
      return "hlr.get";
    }
    return request.contains(" subscriber.delete")
        ? "hlr.delete"
        : request.contains(" subscriber.create") ? "hlr.create" : "hlr.set";
  }

  private static String busy(String request) {
    return operation(request).equals("hlr.delete")
        ? "Cannot delete subscriber."
        : "An error has occurred.";
  }

  private static String error(String request, String text) {
    String[] words = request.split(" ", 3);
    return "ERROR " + (words.length > 1 ? words[1] : "err") + " " + text;
  }

  /** The opposite: who is enabled is not, and the other way round; nobody becomes somebody. */
  private static String turned(String answer) {
    return answer
        .replace("\nnam_cs\t1", "\nnam_cs\t?")
        .replace("\nnam_cs\t0", "\nnam_cs\t1")
        .replace("\nnam_cs\t?", "\nnam_cs\t0")
        .replace("\nnam_ps\t1", "\nnam_ps\t?")
        .replace("\nnam_ps\t0", "\nnam_ps\t1")
        .replace("\nnam_ps\t?", "\nnam_ps\t0");
  }

  private static void send(OutputStream out, Optional<String> answer) throws IOException {
    if (answer.isPresent()) {
      CtrlFrames.write(out, answer.get());
    }
  }
}
