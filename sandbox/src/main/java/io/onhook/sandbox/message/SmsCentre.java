package io.onhook.sandbox.message;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppProcessingException;
import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.fault.Misbehaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The SMS centre's SMPP 3.4 port. */
public final class SmsCentre implements AutoCloseable {
  private static final String SYSTEM_ID = "onhook";
  private static final String PASSWORD = "onhook";

  private final DefaultSmppServer server;
  private final int port;

  /**
   * Opens the port.
   *
   * @param wantedPort 0 for any free one
   */
  public SmsCentre(String host, int wantedPort, Book book, Misbehaviour misbehaviour)
      throws IOException {
    this.port = wantedPort == 0 ? free(host) : wantedPort;
    SmppServerConfiguration configuration = new SmppServerConfiguration();
    configuration.setHost(host);
    configuration.setPort(port);
    configuration.setSystemId("sandbox");
    configuration.setMaxConnectionSize(64);
    configuration.setNonBlockingSocketsEnabled(true);
    configuration.setDefaultSessionCountersEnabled(false);
    configuration.setJmxEnabled(false);
    this.server = new DefaultSmppServer(configuration, new Doorkeeper(book, misbehaviour));
    try {
      server.start();
    } catch (SmppChannelException e) {
      throw new IOException("SMPP port " + port + " can't be opened", e);
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    server.destroy();
  }

  /** The library can't say which port it got, so a free one is looked for first. */
  private static int free(String host) throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return probe.getLocalPort();
    }
  }

  /** Lets in who knows the password. */
  private record Doorkeeper(Book book, Misbehaviour misbehaviour) implements SmppServerHandler {
    @Override
    @SuppressWarnings("rawtypes")
    public void sessionBindRequested(
        Long id, SmppSessionConfiguration configuration, BaseBind request)
        throws SmppProcessingException {
      if (!SYSTEM_ID.equals(configuration.getSystemId())) {
        throw new SmppProcessingException(SmppConstants.STATUS_INVSYSID);
      }
      if (!PASSWORD.equals(configuration.getPassword())) {
        throw new SmppProcessingException(SmppConstants.STATUS_INVPASWD);
      }
    }

    @Override
    public void sessionCreated(Long id, SmppServerSession session, BaseBindResp response) {
      session.serverReady(new SmsSession(session, book, misbehaviour));
    }

    @Override
    public void sessionDestroyed(Long id, SmppServerSession session) {
      session.destroy();
    }
  }
}
