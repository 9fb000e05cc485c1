package io.onhook.vault;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** The operator's signing identity (ECDSA P-256 with SHA-256) for roots, receipts and proofs. */
public interface Signer {
  /** Signature over these bytes, DER. */
  byte[] sign(byte[] content);

  /** Whether the signature is ours and covers exactly these bytes. */
  boolean verify(byte[] content, byte[] signature);

  /** The certificate chain, the signer's own first. */
  List<X509Certificate> chain();

  /** The key itself, for PAdES. */
  PrivateKey key();
}
