package io.onhook.call;

import io.onhook.access.KnownContact;
import io.onhook.line.Line;
import io.onhook.notice.Notice;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import io.onhook.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends a caller what they asked for, to the contact by which they were checked. */
@Component
public final class Sending {
  private final Notices notices;
  private final Vault vault;
  private final CallJournal journal;

  Sending(Notices notices, Vault vault, CallJournal journal) {
    this.notices = notices;
    this.vault = vault;
    this.journal = journal;
  }

  /** By what a caller who is checked is reached; empty if the account has no such contact now. */
  public Optional<KnownContact> contact(Line line) {
    return KnownContact.other(line);
  }

  /**
   * Sends a link to a page of this service.
   *
   * @param page its address, without a slash in front
   * @param what it is for, in the caller's language
   */
  public boolean page(Call call, Line line, String page, String what) {
    return send(call, line, Template.PAGE_LINK, Map.of("what", what, "page", page));
  }

  /**
   * Sends the list of what is needed.
   *
   * @param what in the caller's language
   */
  public boolean checklist(Call call, Line line, String what) {
    return send(
        call, line, Template.CHECKLIST, Map.of("number", line.msisdn().masked(), "what", what));
  }

  private boolean send(Call call, Line line, Template template, Map<String, String> values) {
    Optional<KnownContact> to = contact(line);
    to.ifPresent(
        contact -> {
          String id = "call/" + UUID.randomUUID();
          notices.send(
              List.of(
                  new Notice(
                      id,
                      template.text(),
                      call.language(),
                      contact.channel(),
                      vault.seal(Calls.key(call.id()), contact.address()),
                      values)),
              call.agent());
          journal.write(call.agent(), template.text() + "-sent", call.id());
        });
    return to.isPresent();
  }
}
