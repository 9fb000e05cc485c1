package io.onhook.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The operator's signing identity (ECDSA P-256 with SHA-256) for roots, receipts and proofs.
 *
 * <p>A keystore may hold several identities: the one whose certificate began last signs, and what
 * the older ones signed still verifies. So a key is replaced by adding its successor.
 */
public final class Signer {
  private static final String ALGORITHM = "SHA256withECDSA";
  private static final int P256_BITS = 256;

  private record Identity(PrivateKey key, List<X509Certificate> chain) {
    X509Certificate own() {
      return chain.getFirst();
    }
  }

  private final List<Identity> newestFirst;

  private Signer(List<Identity> newestFirst) {
    this.newestFirst = newestFirst;
  }

  /**
   * Opens a PKCS#12 keystore with the password in a file.
   *
   * @throws VaultRefused if it can't be opened or holds no EC P-256 key with its certificate
   */
  static Signer read(Path keystore, Path passwordFile) {
    String password;
    try {
      password = Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw VaultRefused.unreadable(VaultSettings.KEYSTORE_PASSWORD_FILE, passwordFile, e);
    }
    try (InputStream in = Files.newInputStream(keystore)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      List<Identity> identities = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password.toCharArray()) instanceof ECPrivateKey key
            && key.getParams().getOrder().bitLength() == P256_BITS
            && store.getCertificateChain(alias) instanceof Certificate[] chain) {
          identities.add(
              new Identity(key, Arrays.stream(chain).map(X509Certificate.class::cast).toList()));
        }
      }
      if (identities.isEmpty()) {
        throw new VaultRefused(
            VaultSettings.KEYSTORE + "=" + keystore + " holds no EC P-256 key with a certificate.",
            "Put the signing key (curve secp256r1) and its certificate chain into it.",
            null);
      }
      identities.sort((a, b) -> b.own().getNotBefore().compareTo(a.own().getNotBefore()));
      return new Signer(List.copyOf(identities));
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultRefused(
          VaultSettings.KEYSTORE + "=" + keystore + " can't be opened: " + e.getMessage() + ".",
          "It must be a PKCS#12 file, and "
              + VaultSettings.KEYSTORE_PASSWORD_FILE
              + " must name the file with its password.",
          e);
    }
  }

  /** Signature over these bytes, DER. */
  public byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The signing key was usable when it was read", e);
    }
  }

  /**
   * Whether the signature is ours, by this key or an earlier one, and covers exactly these bytes.
   */
  public boolean verify(byte[] content, byte[] signature) {
    return newestFirst.stream().anyMatch(identity -> verifies(identity, content, signature));
  }

  private static boolean verifies(Identity identity, byte[] content, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(identity.own());
      check.update(content);
      return check.verify(signature);
    } catch (SignatureException e) {
      // Not even the form of a signature: it is not ours, which is the answer.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The certificate was usable when it was read", e);
    }
  }

  /** The certificate chain, the signer's own first. */
  public List<X509Certificate> chain() {
    return newestFirst.getFirst().chain();
  }

  /** The key itself, for PAdES. */
  public PrivateKey key() {
    return newestFirst.getFirst().key();
  }

  /** The last certificate of each identity's chain: what a verifier must trust. */
  public List<X509Certificate> roots() {
    return newestFirst.stream().map(identity -> identity.chain().getLast()).distinct().toList();
  }

  /** Whether the sandbox made any of its keys, so that nothing real may be signed with it. */
  boolean madeForSandbox() {
    return newestFirst.stream()
        .flatMap(identity -> identity.chain().stream())
        .anyMatch(own -> own.getSubjectX500Principal().getName().contains(SandboxKeys.MARK));
  }
}
