package io.onhook.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void knowsItsOwnSignaturesAlone() {
    Signer ours = keys("ours", START).signer();
    byte[] speech = "root".getBytes(StandardCharsets.UTF_8);
    byte[] signature = ours.sign(speech);
    assertThat(ours.verify(speech, signature)).isTrue();
    assertThat(ours.verify("rood".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
    assertThat(keys("others", START).signer().verify(speech, signature)).isFalse();
    signature[10] ^= 1;
    assertThat(ours.verify(speech, signature)).isFalse();
    assertThat(ours.verify(speech, new byte[] {1, 2, 3})).isFalse();
  }

  @Test
  void aSuccessorSignsAndTheFormerStillVerifies() throws Exception {
    KeyFiles former = keys("former", START);
    KeyFiles successor = keys("successor", START.plus(Duration.ofDays(1)));
    byte[] speech = "root".getBytes(StandardCharsets.UTF_8);
    byte[] signature = former.signer().sign(speech);

    char[] password = Files.readString(successor.keystorePassword()).strip().toCharArray();
    KeyStore both = open(successor.keystore(), password);
    char[] old = Files.readString(former.keystorePassword()).strip().toCharArray();
    KeyStore first = open(former.keystore(), old);
    both.setKeyEntry(
        "former", first.getKey("signing", old), password, first.getCertificateChain("signing"));
    try (OutputStream out = Files.newOutputStream(successor.keystore())) {
      both.store(out, password);
    }

    Signer signer = successor.signer();
    assertThat(signer.verify(speech, signature)).isTrue();
    assertThat(former.signer().verify(speech, signer.sign(speech))).isFalse();
    assertThat(signer.roots()).hasSize(2);
  }

  private KeyFiles keys(String name, Instant now) {
    return SandboxKeys.in(folder.resolve(name), new SecureRandom(), now);
  }

  private static KeyStore open(Path file, char[] password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }
}
