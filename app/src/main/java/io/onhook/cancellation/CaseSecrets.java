package io.onhook.cancellation;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Msisdn;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import org.springframework.stereotype.Component;

/** Seals and opens what a case must not show, under a key of its own. */
@Component
final class CaseSecrets {
  private final Vault vault;

  CaseSecrets(Vault vault) {
    this.vault = vault;
  }

  Sealed seal(CaseReference reference, String secret) {
    return vault.seal(KeyName.of("case", reference.text()), secret);
  }

  Msisdn number(Sealed number) {
    return Msisdn.of(open(number));
  }

  /** What a running case still needs is never erased: a lost key is a bug. */
  String open(Sealed sealed) {
    return vault
        .open(sealed)
        .orElseThrow(() -> new IllegalStateException(sealed + " is erased, but its case runs"));
  }
}
