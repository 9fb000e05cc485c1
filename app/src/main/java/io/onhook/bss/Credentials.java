package io.onhook.bss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How we sign in: by bearer token, by name and password, or not at all. */
final class Credentials {
  private final @Nullable Path bearerTokenFile;
  private final @Nullable String username;
  private final @Nullable Path passwordFile;

  Credentials(BusinessSystems settings) {
    bearerTokenFile = settings.bearerTokenFile();
    username = settings.username();
    passwordFile = settings.passwordFile();
  }

  /**
   * The value of the {@code Authorization} header, if we sign in.
   *
   * @throws IOException if the secret's file can't be read
   */
  Optional<String> header() throws IOException {
    if (bearerTokenFile != null) {
      return Optional.of("Bearer " + read(bearerTokenFile));
    }
    if (username != null && passwordFile != null) {
      String pair = username + ":" + read(passwordFile);
      return Optional.of(
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    return Optional.empty();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).strip();
  }
}
