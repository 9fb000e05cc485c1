package io.onhook.access;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a session's attributes are stored. Only named classes are read back, so that a forged row
 * starts no foreign code; what a new version can't read any more counts as absent, and the person
 * signs in again.
 */
final class SessionContent {
  private static final Logger LOG = LoggerFactory.getLogger(SessionContent.class);
  private static final ObjectInputFilter ALLOWED =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=40;maxrefs=20000;maxbytes=1000000;maxarray=100000;java.lang.*;java.util.*;"
              + "java.util.concurrent.*;java.time.*;java.math.*;java.net.URI;io.onhook.**;"
              + "org.springframework.security.**;org.springframework.util.*;"
              + "org.springframework.web.servlet.FlashMap;!*");

  private SessionContent() {}

  static byte[] write(Object value) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    } catch (IOException e) {
      throw new UncheckedIOException("A session takes only what is Serializable", e);
    }
    return bytes.toByteArray();
  }

  // Java's own form is what Spring Security promises to keep; the filter makes it safe to read.
  @SuppressWarnings("BanSerializableRead")
  static @Nullable Object read(byte[] bytes) {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(ALLOWED);
      return in.readObject();
    } catch (InvalidClassException | ClassNotFoundException e) {
      LOG.warn("A stored session attribute is not of this version: {}", e.getMessage());
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("A stored session attribute is broken", e);
    }
  }
}
