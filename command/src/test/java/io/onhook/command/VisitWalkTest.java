package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import io.onhook.stand.Http;
import io.onhook.stand.Place;
import io.onhook.stand.Ports;
import io.onhook.stand.Screen;
import io.onhook.stand.Up;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The ten-minute visit, in a world with a past: what a visitor finds, and the operator renamed. */
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.SAME_THREAD)
class VisitWalkTest {
  /** Long enough for reviews to be overdue and for refunds to have bounced. */
  private static final List<String> SOME_DAYS = List.of("--onhook.sandbox.history=14");

  private static final double RESTART = 240_000;

  @TempDir static Path folder;
  private static Place place;
  private static Up up;
  private static Browser browser;

  @BeforeAll
  static void start() {
    var screen = new Screen(System.out);
    place = new Place(Path.of("..").toAbsolutePath().normalize(), folder);
    up = new Up(place, Ports.ANY, screen, SOME_DAYS);
    Runtime.getRuntime().addShutdownHook(new Thread(up::close));
    up.start();
    Thread.ofPlatform().daemon().name("keeper").start(up::keep);
    browser = new Browser(up.service().address(), Path.of("target/pictures"));
    try (Visit early = browser.visit("visit-early", "en-GB", true, true)) {
      early.open("/demo").look("writing");
      assertThat(early.has("progress")).isTrue();
      Past.await(up, screen);
      // Without being touched, the page goes on to the visit.
      early.page().waitForSelector("[action='/demo/holder']");
    }
  }

  @AfterAll
  static void stop() {
    browser.close();
    up.close();
  }

  @Test
  @Order(1)
  void findsOverdueReviewsLateMoneyAndPeopleWaiting() {
    try (Visit visitor = browser.visit("visit", "zh-CN", false, true)) {
      visitor.open("/demo").look("visit");
      assertThat(visitor.text("main")).contains("已退回", "停滞");
      visitor.click("button[aria-label$='审核人员']").open("/staff/reviews").look("reviews");
      assertThat(visitor.page().locator("main table .govuk-tag--bad").count()).isPositive();
      visitor.open("/staff/disputes");
      assertThat(visitor.text("main")).contains("L-690002");
      visitor.open("/staff/reports");
      assertThat(visitor.text("main")).contains("690001");
      visitor.open("/branches");
      assertThat(visitor.text("main")).containsPattern("排队 \\d+ 人");
    }
    assertThat(now()).isBefore(Instant.now());
    assertThat(place.log("service")).content().contains("are lived").doesNotContain("broke off");
  }

  @Test
  @Order(2)
  void goesToTheNextMorningAndHasMorePeopleCome() {
    Instant before = now();
    try (Visit visitor = browser.visit("visit-morning", "en-GB", true, false)) {
      visitor.open("/demo").click("form[action='/demo/morning'] button");
      visitor.click("form[action='/demo/visitors'] button");
      assertThat(visitor.path()).isEqualTo("/demo");
      visitor.open("/branches").look("branches");
      assertThat(visitor.text("main")).containsPattern("Waiting: \\d+");
    }
    assertThat(now()).isAfter(before);
  }

  @Test
  @Order(3)
  void renamesTheOperatorEverywhere() {
    Instant before = now();
    try (Visit visitor = browser.visit("rename", "en-GB", true, true)) {
      visitor.open("/demo").type("name-en", "Kingfisher").type("brand-colour", "#ffff00");
      visitor.click("#names button[type=submit]").look("rename-wrong");
      assertThat(visitor.has("#brand-colour-error")).isTrue();
      assertThat(visitor.find("[name=name-en]").inputValue()).isEqualTo("Kingfisher");
      visitor.type("brand-colour", "#7a1f5c").click("#names button[type=submit]").look("renaming");
      visitor
          .page()
          .waitForURL(
              "**/demo", new com.microsoft.playwright.Page.WaitForURLOptions().setTimeout(RESTART));
      visitor.open("/").look("renamed");
      assertThat(visitor.text("header")).contains("Kingfisher");
    }
    assertThat(now()).as("history is lived once").isAfterOrEqualTo(before);
  }

  private static Instant now() {
    var service = new Http(up.service().address(), Map.of());
    return Instant.parse(service.get("/sandbox/clock").json().path("now").asString());
  }
}
