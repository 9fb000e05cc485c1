package io.onhook.branch;

import io.onhook.notice.Notice.Channel;
import io.onhook.vault.KeyName;
import io.onhook.vault.Vault;
import java.time.LocalDate;

/** Contacts are sealed under one key an office and day, so that a day's can be erased at once. */
final class Sealing {
  private final Vault vault;

  Sealing(Vault vault) {
    this.vault = vault;
  }

  SealedReach seal(String office, LocalDate day, Channel channel, String address) {
    return new SealedReach(channel, vault.seal(key(office, day), address));
  }

  /** The same under the key of another day; as it is if the old key is gone. */
  SealedReach reseal(SealedReach reach, String office, LocalDate day) {
    return vault
        .open(reach.address())
        .map(address -> seal(office, day, reach.channel(), address))
        .orElse(reach);
  }

  void erase(String office, LocalDate day) {
    vault.destroy(key(office, day));
  }

  private static KeyName key(String office, LocalDate day) {
    return KeyName.of("branch", office + "/" + day);
  }
}
