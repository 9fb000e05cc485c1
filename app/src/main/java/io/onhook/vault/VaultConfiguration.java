package io.onhook.vault;

import io.onhook.shared.SidePool;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
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
  private static final int FEW = 3;

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
  SidePool vaultConnections(DataSource database) {
    // Callers often hold a connection of the program's own while they seal.
    return SidePool.beside(database, "vault", FEW, null);
  }

  @Bean
  Vault vault(KeyFiles files, @Qualifier("vaultConnections") SidePool connections) {
    return files.vault(connections.database(), new SecureRandom(), System::nanoTime);
  }
}
