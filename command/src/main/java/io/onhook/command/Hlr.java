package io.onhook.command;

import io.onhook.stand.Operator;
import io.onhook.stand.Said;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Asks an HLR over its control interface, as its own operator would; changes nothing. */
final class Hlr implements AutoCloseable {
  private static final int OSMO_CTRL = 4259;
  private static final int IPA_CTRL = 0xEE;

  private final Socket socket;
  private final DataInputStream in;
  private int asked;

  private Hlr(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  /** The real one itself where there is one, past everything that the sandbox puts before it. */
  static Hlr of(Operator.Listening operator) {
    try {
      var socket = new Socket();
      socket.connect(
          operator.realHlr()
              ? new InetSocketAddress(operator.osmoHost(), OSMO_CTRL)
              : new InetSocketAddress(operator.hlrHost(), operator.ctrl()),
          5_000);
      socket.setSoTimeout(10_000);
      return new Hlr(socket);
    } catch (IOException e) {
      throw new Said("The HLR does not answer: " + e.getMessage(), e);
    }
  }

  /** What it says of a number, {@code No such subscriber.} if it knows none. */
  String about(String msisdn) {
    return ask("subscriber.by-msisdn-" + msisdn + ".info");
  }

  /** Every subscriber that the sandbox may have made, as the HLR describes it, by IMSI. */
  Map<String, String> everybody() {
    Map<String, String> all = new TreeMap<>();
    IntStream.concat(IntStream.range(1, 400), IntStream.range(500_000, 501_500))
        .mapToObj("46099%010d"::formatted)
        .forEach(
            imsi -> {
              String said = ask("subscriber.by-imsi-" + imsi + ".info");
              if (said.contains(imsi)) {
                all.put(imsi, said);
              }
            });
    return all;
  }

  private String ask(String variable) {
    asked++;
    byte[] text = ("GET " + asked + " " + variable).getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[text.length + 4];
    frame[0] = (byte) ((text.length + 1) >> 8);
    frame[1] = (byte) (text.length + 1);
    frame[2] = (byte) IPA_CTRL;
    System.arraycopy(text, 0, frame, 4, text.length);
    try {
      socket.getOutputStream().write(frame);
      while (true) {
        int length = in.readUnsignedShort();
        int protocol = in.readUnsignedByte();
        String said = new String(in.readNBytes(length), StandardCharsets.UTF_8).substring(1);
        String mark = " " + asked + " ";
        if (protocol == IPA_CTRL && said.contains(mark)) {
          return said.substring(said.indexOf(mark) + mark.length());
        }
      }
    } catch (IOException e) {
      throw new Said("The HLR did not answer " + variable + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new Said("The HLR's connection did not close", e);
    }
  }
}
