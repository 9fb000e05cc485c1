package io.onhook.notice;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppProcessingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real SMPP server in this JVM, which answers as told and keeps what it took. */
final class ServiceCentre implements AutoCloseable {
  /** Told as a status: takes the message and never answers. */
  static final int NO_ANSWER = -1;

  /** Told as a status: hangs up. */
  static final int HANG_UP = -2;

  private final int port;
  private final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
  private final List<SmppServerSession> sessions = new CopyOnWriteArrayList<>();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private final AtomicInteger binds = new AtomicInteger();
  private DefaultSmppServer server;

  ServiceCentre() throws IOException, SmppChannelException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    server = start();
  }

  int port() {
    return port;
  }

  int binds() {
    return binds.get();
  }

  /** What the next messages are answered with, one each; afterwards all is well. */
  void answersNext(Integer... next) {
    statuses.addAll(List.of(next));
  }

  List<SubmitSm> taken() {
    return List.copyOf(taken);
  }

  void stop() {
    sessions.forEach(SmppServerSession::destroy);
    sessions.clear();
    server.stop();
    server.destroy();
  }

  void startAgain() throws SmppChannelException {
    server = start();
  }

  @Override
  public void close() {
    stop();
  }

  private DefaultSmppServer start() throws SmppChannelException {
    var configuration = new SmppServerConfiguration();
    configuration.setHost("127.0.0.1");
    configuration.setPort(port);
    configuration.setSystemId("centre");
    configuration.setJmxEnabled(false);
    configuration.setMaxConnectionSize(10);
    var started = new DefaultSmppServer(configuration, new Door());
    started.start();
    return started;
  }

  private final class Door implements SmppServerHandler {
    @Override
    @SuppressWarnings("rawtypes")
    public void sessionBindRequested(
        Long id, SmppSessionConfiguration configuration, BaseBind request)
        throws SmppProcessingException {
      if (!"s3cret".equals(request.getPassword())) {
        throw new SmppProcessingException(SmppConstants.STATUS_INVPASWD);
      }
    }

    @Override
    public void sessionCreated(Long id, SmppServerSession session, BaseBindResp answer) {
      binds.incrementAndGet();
      sessions.add(session);
      session.serverReady(new Desk(session));
    }

    @Override
    public void sessionDestroyed(Long id, SmppServerSession session) {
      session.destroy();
    }
  }

  private final class Desk extends DefaultSmppSessionHandler {
    private final SmppServerSession session;

    Desk(SmppServerSession session) {
      this.session = session;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable PduResponse firePduRequestReceived(PduRequest request) {
      if (!(request instanceof SubmitSm submit)) {
        return request.createResponse();
      }
      Integer status = statuses.poll();
      if (status != null && status == HANG_UP) {
        session.destroy();
        return null;
      }
      if (status == null || status <= 0) {
        taken.add(submit);
      }
      if (status != null && status == NO_ANSWER) {
        return null;
      }
      SubmitSmResp answer = submit.createResponse();
      answer.setMessageId("m" + taken.size());
      answer.setCommandStatus(status == null ? 0 : status);
      return answer;
    }
  }
}
