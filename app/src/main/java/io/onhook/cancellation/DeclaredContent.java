package io.onhook.cancellation;

import io.onhook.shared.CaseReference;
import io.onhook.vault.Sealed;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens what was declared. */
@Component
final class DeclaredContent {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CaseSecrets secrets;

  DeclaredContent(CaseSecrets secrets) {
    this.secrets = secrets;
  }

  /** The same text for the same content. */
  static String text(Declared declared) {
    return JSON.writeValueAsString(declared);
  }

  Sealed seal(CaseReference reference, Declared declared) {
    return secrets.seal(reference, text(declared));
  }

  Declared open(Declaration it) {
    return JSON.readValue(secrets.open(it.content()), Declared.class);
  }
}
