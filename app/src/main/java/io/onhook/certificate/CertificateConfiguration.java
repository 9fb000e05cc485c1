package io.onhook.certificate;

import io.onhook.vault.Signer;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Issuer.class)
class CertificateConfiguration {
  @Bean
  Proofs proofs(Vault vault, Signer signer, DataSource database, Issuer issuer, Clock clock) {
    var random = new SecureRandom();
    TimestampAuthority authority =
        issuer.timestampAuthority() == null
            ? null
            : new TimestampAuthority(issuer.timestampAuthority(), random);
    return new Proofs(
        vault,
        new ProofRows(JdbcClient.create(database)),
        new Press(new PdfSigner(signer, authority)),
        issuer,
        random,
        clock);
  }

  @Bean
  Certificates certificates(Proofs proofs) {
    return new Certificates(proofs);
  }

  @Bean
  Receipts receipts(Proofs proofs, DataSource database, Clock clock) {
    return new Receipts(proofs, database, clock);
  }

  @Bean
  IssueProofHandler issueProofHandler() {
    return new IssueProofHandler();
  }

  @Bean
  RevokeProofHandler revokeProofHandler() {
    return new RevokeProofHandler();
  }
}
