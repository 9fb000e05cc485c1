package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody came by a link to a draft and had to sign in first: afterwards they go on there. */
@Component
public final class Continuing {
  private static final String LINK = "cancel.link";

  private final DraftLinks links;

  Continuing(DraftLinks links) {
    this.links = links;
  }

  void remember(String token, HttpSession session) {
    session.setAttribute(LINK, token);
  }

  /** Where the link leads that this browser came by; once. Empty for none, or another's draft. */
  public Optional<String> takenUp(HolderPrincipal holder, HttpSession session) {
    Object token = session.getAttribute(LINK);
    session.removeAttribute(LINK);
    return token instanceof String text && links.leadsTo(text, holder)
        ? Optional.of("/cancel/next")
        : Optional.empty();
  }
}
