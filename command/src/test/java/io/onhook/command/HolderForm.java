package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import io.onhook.stand.Subject;
import java.time.Instant;

/** A holder at the online form who has all at hand: nothing is typed wrong. */
final class HolderForm {
  private final Letterbox letterbox;
  private final Visit holder;
  private final Subject subject;

  HolderForm(WalkStand stand, Visit holder, Subject subject) {
    this.letterbox = stand.letterbox();
    this.holder = holder;
    this.subject = subject;
  }

  /** By a code to the line, from the first page of the sign-in. */
  HolderForm signIn() {
    String to = "+" + subject.msisdn();
    Instant before = letterbox.lastMessage(to);
    if (!holder.path().equals("/sign-in")) {
      holder.open("/sign-in");
    }
    holder.type("number", number()).send();
    holder.type("code", letterbox.code(to, before)).send();
    return this;
  }

  /** By a code to the mail address of the account. */
  HolderForm signInByMail() {
    holder.open("/sign-in").click("a[href='/sign-in/other-contact']").look("other-contact");
    holder.send().look("other-contact-wrong");
    assertThat(holder.has("#document-error")).isTrue();
    // Not the account's document: the same answer, and no code.
    holder.type("number", number()).type("document", "110105190101010018").send();
    assertThat(holder.path()).isEqualTo("/sign-in/other-contact/code");
    assertThat(letterbox.isEmpty(subject.email())).isTrue();
    holder.open("/sign-in/other-contact");
    holder.type("number", number()).type("document", subject.document()).send().look("code");
    holder.type("code", letterbox.code(subject.email(), Instant.MIN)).send();
    assertThat(holder.path()).isEqualTo("/line");
    return this;
  }

  private String number() {
    return subject.msisdn().substring(2);
  }

  /** From the line's page to the check of all answers. */
  HolderForm fill(String contact) {
    holder.open("/line").click("a[href='/cancel/next']");
    return goOn(contact);
  }

  /** From any page of the form to the check of all answers. */
  HolderForm goOn(String contact) {
    while (!holder.path().equals("/cancel/review")) {
      String path = holder.path();
      answer(path, contact);
      assertThat(holder.path()).as("the form goes on from " + path).isNotEqualTo(path);
    }
    return this;
  }

  private void answer(String path, String contact) {
    holder.look(path.substring("/cancel/".length()).replace('/', '-'));
    switch (path) {
      case String papers when papers.startsWith("/cancel/papers/") -> {
        holder.attach("file", "a.jpg", "image/jpeg", Specimen.front());
        if (holder.has("#file-2")) {
          holder.attach("file-2", "b.jpg", "image/jpeg", Specimen.back());
        }
        holder.send();
      }
      case "/cancel/identity" ->
          holder
              .choose("documentKind", subject.documentKind())
              .type("holderName", subject.name())
              .type("documentNumber", subject.document())
              .send();
      case "/cancel/representative" -> {
        holder.send().look("representative-wrong");
        assertThat(holder.has("#name-error")).isTrue();
        holder.type("name", "李娜").choose("documentKind", "resident-id");
        holder.type("documentNumber", "110105190101039020");
        holder.find("[name=relation]").check();
        if (holder.has("[name=mandateUntil]")) {
          holder.type("mandateUntil", "2027-12-31");
        }
        holder.send();
      }
      case "/cancel/contact" -> {
        Instant before = letterbox.lastMessage(contact);
        holder.type("address", contact).send();
        holder.type("code", letterbox.code(contact, before)).send();
      }
      case "/cancel/refund" -> holder.choose("way", "original-payment").send();
      case "/cancel/dependants" -> {
        for (int at = 0; at < holder.page().locator("#answers fieldset").count(); at++) {
          holder.page().locator("#answers fieldset").nth(at).locator("input").first().check();
        }
        holder.send();
      }
      default -> throw new AssertionError("The form led to " + path);
    }
  }

  /** Sends it, with a last code where one is asked for, and reads the reference. */
  String send(String codeTo) {
    holder.look("review").choose("cared", "true").choose("declared", "true");
    Instant before = letterbox.lastMessage(codeTo);
    holder.send();
    if (holder.has("#code")) {
      holder.look("last-code").type("code", letterbox.code(codeTo, before)).send();
    }
    assertThat(holder.path()).endsWith("/submitted");
    holder.look("submitted");
    return holder.text(".oh-reference");
  }
}
