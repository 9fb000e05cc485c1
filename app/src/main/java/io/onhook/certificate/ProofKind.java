package io.onhook.certificate;

/** What a proof is. */
public enum ProofKind {
  /** The line has ended. */
  CERTIFICATE("certificate"),
  /** Something was received. */
  RECEIPT("receipt");

  private final String stored;

  ProofKind(String stored) {
    this.stored = stored;
  }

  /** As it stands in tables; frozen. */
  String stored() {
    return stored;
  }

  static ProofKind ofStored(String stored) {
    for (ProofKind kind : values()) {
      if (kind.stored.equals(stored)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No proof is a " + stored);
  }
}
