package io.onhook.web;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Malformed;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The case that a page's address names. */
public final class AddressedCase {
  private AddressedCase() {}

  /**
   * Its reference.
   *
   * @param typed as it stands in the address
   * @throws ResponseStatusException 404 if no case can have such a reference
   */
  public static CaseReference reference(String typed) {
    try {
      return CaseReference.typed(typed);
    } catch (Malformed e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.code(), e);
    }
  }
}
