package io.onhook.policy;

/** The questions that operators really ask before a line ends. Names are the pack's keys. */
public enum Gate {
  PORT_OUT_OPEN("port-out-open"),
  ARREARS("arrears"),
  PAYMENT_IN_FLIGHT("payment-in-flight"),
  PROMO_RENEWS("promo-renews"),
  CONTRACT_TERM("contract-term"),
  DEVICE_INSTALMENT("device-instalment"),
  BUNDLE("bundle"),
  SECONDARY_SIM("secondary-sim"),
  IDENTITY_MISMATCH("identity-mismatch"),
  REPORTED_STOLEN("reported-stolen"),
  DISPUTED("disputed"),
  SIM_SWAPPED_RECENTLY("sim-swapped-recently"),
  LEGAL_HOLD("legal-hold"),
  HOLDER_DECEASED("holder-deceased"),
  COMPANY_LINE("company-line"),
  MANDATE_INVALID("mandate-invalid"),
  ALREADY_ENDED("already-ended");

  private final String key;

  Gate(String key) {
    this.key = key;
  }

  /** As written in packs, APIs and message keys. */
  public String key() {
    return key;
  }
}
