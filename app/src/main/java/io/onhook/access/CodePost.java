package io.onhook.access;

import io.onhook.access.CodeDesk.Made;
import io.onhook.shared.Answer;
import io.onhook.shared.Language;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends codes; where that fails the person asks for another, and operations sees it in the log. */
final class CodePost {
  private static final Logger LOG = LoggerFactory.getLogger(CodePost.class);

  private final CodeSender sender;

  CodePost(CodeSender sender) {
    this.sender = sender;
  }

  /** Whether it was not certainly lost. */
  boolean send(Made made, Language language, CodeDestination to, Duration lives) {
    String id =
        UUID.nameUUIDFromBytes(made.attempt().getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toString();
    return switch (sender.send(id, language, to.channel(), to.address(), made.code(), lives)) {
      case Answer.Got<String>(var ignored) -> true;
      case Answer.Silent<String>(var fault) -> {
        LOG.warn("Code may not have gone by {}: {}", to, fault);
        yield true;
      }
      case Answer.Failed<String>(var fault) -> {
        LOG.warn("Code did not go by {}: {}", to, fault);
        yield false;
      }
    };
  }
}
