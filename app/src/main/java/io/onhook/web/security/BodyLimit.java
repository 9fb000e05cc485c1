package io.onhook.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses large bodies: by their announced length before a byte is read, and those that announce
 * none once the limit is passed. Where files come in, more is let through.
 */
final class BodyLimit extends OncePerRequestFilter {
  private final long limit;
  private final long uploads;
  private final Refusals refusals;

  /**
   * @param limit in bytes
   * @param uploads the same where files come in
   */
  BodyLimit(long limit, long uploads, Refusals refusals) {
    this.limit = limit;
    this.uploads = uploads;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean upload = Uploads.at(request);
    long most = upload ? uploads : limit;
    if (isManyParts(request) && !(upload && request.getContentLengthLong() >= 0)) {
      // The server itself reads such a form, past any stream of ours, and for an error page too.
      // Our own stand at uploads only, and browsers always say how long they are.
      response.setHeader(HttpHeaders.CONNECTION, "close");
      response.setStatus(
          upload
              ? HttpServletResponse.SC_LENGTH_REQUIRED
              : HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    if (request.getContentLengthLong() > most) {
      refuse(request, response);
      return;
    }
    try {
      chain.doFilter(new Limited(request, most), response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (!isTooLarge(e) || response.isCommitted()) {
        throw e;
      }
      response.reset();
      refuse(request, response);
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // What was not read stands in the way of a next request on this connection.
    response.setHeader(HttpHeaders.CONNECTION, "close");
    if (Uploads.at(request)) {
      // The page itself says it best, at its field; who is not signed in is led to signing in.
      response.sendRedirect(request.getRequestURI() + "?too-large");
      Unread.discard(request, response);
    } else {
      refusals.tooLarge(request, response, limit);
    }
  }

  /** Programs are told in their own way that they sent no JSON. */
  private static boolean isManyParts(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
        && !(Refusals.isProgram(request) && request.getContentLengthLong() >= 0);
  }

  private static boolean isTooLarge(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooLarge) {
        return true;
      }
    }
    return false;
  }

  /** The body went past the limit. Unchecked, so that no reader takes it for a broken body. */
  static final class TooLarge extends RuntimeException {
    TooLarge(long limit) {
      super("The body has more than " + limit + " bytes");
    }
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final long limit;

    Limited(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream in;
    private final long limit;
    private long read;

    Counted(ServletInputStream in, long limit) {
      this.in = in;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > limit) {
        throw new TooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
