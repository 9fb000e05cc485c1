package io.onhook.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the packs at start; a wrong one stops it. */
@Configuration(proxyBeanMethods = false)
class PackConfiguration {
  /**
   * @param folder {@code onhook.packs}: a folder with packs of the operator's own; none if empty
   * @param chosen {@code onhook.pack}: id of the pack in force
   */
  @Bean
  Packs packs(
      @Value("${onhook.packs:}") String folder, @Value("${onhook.pack:default}") String chosen)
      throws IOException {
    return new PackLoader()
        .load(folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder)), chosen);
  }
}
