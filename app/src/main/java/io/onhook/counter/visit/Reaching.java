package io.onhook.counter.visit;

import io.onhook.access.CodeAnswer;
import io.onhook.access.ContactProof;
import io.onhook.access.ProofAnswer;
import io.onhook.cancellation.Contact;
import io.onhook.notice.Notice.Channel;
import io.onhook.policy.Packs;
import io.onhook.shared.Language;
import io.onhook.visit.Visit;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a visitor is reached once the line is gone: proved by a code, or by letter. */
@Component
class Reaching {
  private final ContactProof proof;
  private final Packs packs;

  Reaching(ContactProof proof, Packs packs) {
    this.proof = proof;
    this.packs = packs;
  }

  /**
   * What a clerk typed.
   *
   * @param attempt of the code that is on its way; empty for none
   * @param sentTo the address that it went to: another one needs another code
   */
  record Fields(
      String address,
      String postal,
      String endsOn,
      String language,
      String code,
      String attempt,
      String sentTo) {
    static Fields of(Map<String, String> typed, Say say) {
      return new Fields(
          typed.getOrDefault("address", "").strip(),
          typed.getOrDefault("postal", "").strip(),
          typed.getOrDefault("endsOn", "").strip(),
          typed.getOrDefault("language", say.language().tag()),
          typed.getOrDefault("code", "").strip(),
          typed.getOrDefault("attempt", ""),
          typed.getOrDefault("sentTo", ""));
    }

    Fields sent(String to, String newAttempt) {
      return new Fields(address, postal, endsOn, language, "", newAttempt, to);
    }

    Channel channel() {
      return address.isEmpty() && !postal.isEmpty()
          ? Channel.LETTER
          : address.contains("@") ? Channel.EMAIL : Channel.SMS;
    }
  }

  /** Sends a code to what was typed. */
  Fields codeSent(Visit visit, Fields fields, Say say, HttpServletRequest web, Problems problems) {
    if (fields.address().isEmpty()) {
      problems.add("address", "address.missing");
      return fields;
    }
    return switch (proof.request(
        visit.partyId().orElseThrow(),
        fields.channel(),
        fields.address(),
        language(fields, say),
        web.getRemoteAddr())) {
      case CodeAnswer.Sent(var attempt, var expiresAt) -> fields.sent(fields.address(), attempt);
      case CodeAnswer.WrongForm(var code, var remedy) -> {
        problems.add("address", code);
        yield fields;
      }
      case CodeAnswer.TooMany(var retryAt) -> {
        problems.add("address", "code.too-many", say.moment(retryAt));
        yield fields;
      }
      case CodeAnswer.Unavailable() -> {
        problems.add("address", "unavailable");
        yield fields;
      }
    };
  }

  /** The contact, if it is proved or needs no proof; else null, and the problem is noted. */
  @Nullable Contact contact(Visit visit, Fields fields, Say say, Problems problems) {
    Channel channel = fields.channel();
    if (fields.address().isEmpty() && fields.postal().isEmpty()) {
      problems.add("address", "visit.contact.missing");
      return null;
    }
    if (packs.current().request().contacts().stream()
        .noneMatch(it -> it.name().equals(channel.name()))) {
      problems.add("address", "contact.closed");
      return null;
    }
    if (channel == Channel.LETTER) {
      return new Contact(channel, fields.postal(), null);
    }
    if (fields.attempt().isEmpty() || !fields.sentTo().equals(fields.address())) {
      problems.add("address", "visit.contact.code");
      return null;
    }
    ProofAnswer answer =
        proof.enter(
            visit.partyId().orElseThrow(),
            channel,
            fields.address(),
            fields.attempt(),
            fields.code());
    switch (answer) {
      case ProofAnswer.Proven(Instant at) -> {
        return new Contact(channel, proof.plain(channel, fields.address()), at);
      }
      case ProofAnswer.NotACode() -> problems.add("code", "code.form");
      case ProofAnswer.Wrong(int left) -> problems.add("code", "code.wrong", left);
      case ProofAnswer.TriedTooOften() -> problems.add("code", "code.tried-too-often");
      case ProofAnswer.Stale() -> problems.add("code", "code.stale");
    }
    return null;
  }

  /** What the visitor is told in. */
  static Language language(Fields fields, Say say) {
    return Arrays.stream(Language.values())
        .filter(it -> it.tag().equals(fields.language()))
        .findFirst()
        .orElse(say.language());
  }
}
