package io.onhook.cancellation;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Malformed;
import io.onhook.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Links by which an owner objects without signing in: the case's reference, which contact, and 80
 * bits that only we can make. They do this one thing, are stored nowhere, and are the same each
 * time that a notice is sent again.
 */
@Component
final class ObjectionLinks {
  private static final Pattern FORM =
      Pattern.compile("([0-9A-Za-z]{5}-[0-9A-Za-z]{5})-([1-9])-([0-9a-f]{20})");
  private static final int LENGTH = 20;

  private final Vault vault;

  ObjectionLinks(Vault vault) {
    this.vault = vault;
  }

  /** What a link stands for. */
  record Link(CaseReference reference, int contact) {}

  /** The end of the link's address. */
  String token(CaseReference reference, int contact) {
    return reference.text() + "-" + contact + "-" + seal(reference, contact);
  }

  /** What it stands for; empty if it is none of ours. */
  Optional<Link> read(String token) {
    Matcher form = FORM.matcher(token.length() > 60 ? "" : token);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      var link = new Link(CaseReference.typed(form.group(1)), Integer.parseInt(form.group(2)));
      return MessageDigest.isEqual(
              bytes(seal(link.reference(), link.contact())), bytes(form.group(3)))
          ? Optional.of(link)
          : Optional.empty();
    } catch (Malformed e) {
      // Not even a reference: an answer like any other wrong link's.
      return Optional.empty();
    }
  }

  private String seal(CaseReference reference, int contact) {
    return vault.digest("objection", reference.text() + "/" + contact).substring(0, LENGTH);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
