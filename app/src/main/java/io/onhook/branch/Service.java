package io.onhook.branch;

/** What a visitor comes for; each has a letter of its own on tickets. */
public enum Service {
  /** Ending a line that this office's own region keeps. */
  END_LINE("end-line", 'A'),
  /** Ending a line that another region of the operator keeps. */
  OTHER_REGION("other-region", 'B'),
  /** Lines that a company holds. */
  COMPANY("company", 'C'),
  /** Everything about profiles that are no card. */
  ESIM("esim", 'E');

  private final String key;
  private final char letter;

  Service(String key, char letter) {
    this.key = key;
    this.letter = letter;
  }

  /** As in addresses, settings and tables. */
  public String key() {
    return key;
  }

  /** The first character of its tickets. */
  public char letter() {
    return letter;
  }

  /**
   * The service of this key.
   *
   * @throws IllegalArgumentException naming all there are
   */
  public static Service ofKey(String key) {
    for (Service service : values()) {
      if (service.key.equals(key)) {
        return service;
      }
    }
    throw new IllegalArgumentException(
        "No service is called " + key + "; there are end-line, other-region, company and esim");
  }
}
