package io.onhook.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Finds the keys, or refuses to start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {
  private static final String SANDBOX = "sandbox";

  @Bean
  KeyFiles keyFiles(
      VaultSettings settings,
      Environment environment,
      @Value("${onhook.data:#{null}}") @Nullable Path data) {
    boolean sandbox = environment.acceptsProfiles(Profiles.of(SANDBOX));
    if (settings.areAbsent() && sandbox) {
      if (data == null) {
        throw new VaultRefused(
            "onhook.data is not set, so the sandbox has no place for its keys.",
            "Set onhook.data to a folder that this user may write to.",
            null);
      }
      return SandboxKeys.in(
          data.resolve("keys"), new SecureRandom(), InstantSource.system().instant());
    }
    KeyFiles files = settings.files();
    if (!sandbox) {
      files.refuseSandboxKeys();
    }
    return files;
  }

  @Bean
  Signer signer(KeyFiles files) {
    return files.signer();
  }

  @Bean
  Vault vault(KeyFiles files, DataSource database) {
    return files.vault(database, new SecureRandom(), System::nanoTime);
  }
}
