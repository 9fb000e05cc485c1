package io.onhook.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;
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
      VaultSettings settings, Environment environment, @Value("${onhook.data:.onhook}") Path data) {
    boolean sandbox = environment.acceptsProfiles(Profiles.of(SANDBOX));
    if (settings.areAbsent() && sandbox) {
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
  VaultConnections vaultConnections(DataSource database) {
    return VaultConnections.beside(database);
  }

  @Bean
  Vault vault(KeyFiles files, VaultConnections connections) {
    return files.vault(connections.database(), new SecureRandom(), System::nanoTime);
  }
}
