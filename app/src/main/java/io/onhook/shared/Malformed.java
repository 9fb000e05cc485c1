package io.onhook.shared;

/**
 * A typed value that no value type accepts. Doors to the outside turn it into a field error.
 *
 * <p>The code is a stable message key ({@code msisdn.too-short}); screens translate it. It never
 * carries the value itself, which may be secret.
 */
public final class Malformed extends IllegalArgumentException {
  private final String code;

  /**
   * @param code stable key of the problem, {@code <type>.<problem>}, in kebab-case
   * @param remedy what to type instead, in English, for logs and API clients
   */
  public Malformed(String code, String remedy) {
    super(remedy);
    this.code = code;
  }

  /** Stable key of the problem, for example {@code resident-id.check-digit}. */
  public String code() {
    return code;
  }
}
