package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;

/** Two reviewers at their desks, who meet at one case. */
final class TwoReviewers implements AutoCloseable {
  private final Visit lin;
  private final Visit wang;
  private final String reference;

  TwoReviewers(Browser browser, String name, String language, String reference) {
    this.lin = browser.visit(name + "-lin", language, false, true);
    this.wang = browser.visit(name + "-wang", language, false, true);
    this.reference = reference;
    signIn(lin, "reviewer");
    signIn(wang, "reviewer2");
  }

  private static void signIn(Visit staff, String name) {
    staff.open("/staff/sign-in").type("username", name).type("password", "onhook-sandbox");
    staff.click("main button[type=submit]");
  }

  /** One takes it; the other is told who was faster, and what they typed stays. */
  TwoReviewers meet() {
    lin.open("/staff/reviews").page().keyboard().press("o");
    lin.page().waitForURL("**/staff/reviews?overdue=true");
    lin.look("overdue").page().keyboard().press("x");
    lin.page().waitForURL("**/staff/reviews");
    lin.open("/staff/reviews?way=web&state=free").look("free");
    lin.click("a[href$='" + reference + "']");
    wang.open(address()).type("text", "half a sentence");
    lin.click("[data-key=c]").look("claimed");
    wang.click("[data-key=c]").look("taken");
    assertThat(wang.has("#decision-error")).isTrue();
    assertThat(wang.find("[name=text]").inputValue()).isEqualTo("half a sentence");
    return this;
  }

  TwoReviewers ask(String words) {
    lin.page().keyboard().press("r");
    lin.send().look("needs-missing");
    assertThat(lin.has("#needs-error")).isTrue();
    lin.choose("decision", "ask-for-more").choose("needs", "both-sides").choose("needs", "answer");
    lin.type("text", words).send().look("asked");
    assertThat(lin.has(".govuk-notification-banner--success")).isTrue();
    lin.open("/staff/reviews?state=waiting").look("waiting");
    assertThat(lin.has("a[href$='" + reference + "']")).isTrue();
    return this;
  }

  /** One approves; the other, who had the page open all the while, is told so. */
  void decide(String answer) {
    wang.open(address()).look("answered");
    assertThat(wang.text("#inquiries")).contains(answer);
    lin.open(address()).choose("decision", "not-approve").choose("reasons", "other");
    lin.type("text", "long reasons");
    wang.choose("decision", "approve").send();
    assertThat(wang.has(".govuk-notification-banner--success")).isTrue();
    lin.send().look("late");
    assertThat(lin.text("#decision")).contains("reviewer2").contains("long reasons");
  }

  private String address() {
    return "/staff/reviews/" + reference;
  }

  @Override
  public void close() {
    lin.close();
    wang.close();
  }
}
