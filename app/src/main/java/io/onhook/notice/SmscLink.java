package io.onhook.notice;

import io.onhook.shared.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;

/** One bound session with the service centre, bound again when it is needed and was lost. */
final class SmscLink {
  private static final int ENQUIRE_LINK_MILLIS = 30_000;

  private final SmscSettings settings;
  private final ReentrantLock binding = new ReentrantLock();
  private @Nullable SMPPSession session;

  SmscLink(SmscSettings settings) {
    this.settings = settings;
  }

  /**
   * A bound session, for use by many at once.
   *
   * @throws IOException if there is none to be had; nothing was sent
   */
  SMPPSession bound(Deadline deadline) throws IOException {
    try {
      if (!binding.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("binding takes too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while binding", e);
    }
    try {
      SMPPSession kept = session;
      if (kept != null && kept.getSessionState().isBound()) {
        return kept;
      }
      if (kept != null) {
        kept.close();
      }
      session = bind(Math.max(1, deadline.left().toMillis()));
      return session;
    } finally {
      binding.unlock();
    }
  }

  /** Gives a session up on which something went wrong. */
  void lost(SMPPSession which) {
    binding.lock();
    try {
      if (which == session) {
        session = null;
      }
    } finally {
      binding.unlock();
    }
    which.close();
  }

  void close() {
    binding.lock();
    try {
      if (session != null) {
        session.unbindAndClose();
        session = null;
      }
    } finally {
      binding.unlock();
    }
  }

  private SMPPSession bind(long millis) throws IOException {
    String password = password();
    var fresh = new SMPPSession();
    fresh.setTransactionTimer(settings.answerTimeout().toMillis());
    fresh.setEnquireLinkTimer(ENQUIRE_LINK_MILLIS);
    boolean bound = false;
    try {
      fresh.connectAndBind(
          settings.host(),
          settings.port(),
          new BindParameter(
              BindType.BIND_TX,
              settings.systemId(),
              password,
              "",
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null),
          millis);
      bound = true;
      return fresh;
    } finally {
      if (!bound) {
        fresh.close();
      }
    }
  }

  private String password() throws IOException {
    if (settings.passwordFile() != null) {
      return Files.readString(settings.passwordFile()).strip();
    }
    return settings.password() == null ? "" : settings.password();
  }
}
