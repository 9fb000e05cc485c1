package io.onhook.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.CollectionFactory;
import org.springframework.stereotype.Component;

/**
 * The settings by which a visitor renamed the operator: {@code operator.properties} in the data
 * folder, which {@code application.yaml} reads at a start of the sandbox.
 */
@Component
@Profile("sandbox")
class OperatorFile {
  private static final String NAME = "operator.properties";

  private final Path file;

  OperatorFile(@Value("${onhook.data}") Path data) {
    this.file = data.resolve(NAME);
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Writes it whole or not at all: a start reads the old settings or the new. */
  void write(Renamed renamed) {
    Properties settings = CollectionFactory.createSortedProperties(true);
    settings.putAll(renamed.settings());
    try {
      var bytes = new ByteArrayOutputStream();
      settings.store(bytes, null);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path draft = file.resolveSibling(NAME + ".new");
      try (var out =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        var rest = ByteBuffer.wrap(bytes.toByteArray());
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets the new name; false if there is none. */
  boolean delete() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
