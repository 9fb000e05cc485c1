package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A browser that looks at each page it comes to, at the width of a phone and of a desk: no sideways
 * scrolling, and axe, also where the page's own scripts are off. What was looked at in the same
 * shape is not looked at again in a run. With {@code -Dpictures=true} each page is kept as a
 * picture in {@code target/pictures}; with {@code -Dlanguage=en-GB} everybody reads that.
 */
final class Browser implements AutoCloseable {
  private static final int PHONE = 390;
  private static final int DESK = 1280;
  private static final int ALT = 1;
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final boolean PICTURES = Boolean.getBoolean("pictures");
  private static final String AXE = axe();
  private static final String RUN_AXE =
      """
      tags => axe
          .run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
          .then(found => found.violations.map(
              rule => rule.id + ' ' + rule.nodes.map(node => node.html).join(' ')))
      """;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final URI service;
  private final Path pictures;
  private final Set<String> looked;

  Browser(URI service, Path pictures) {
    this(service, pictures, new HashSet<>());
  }

  /** One that does not look again at what was looked at already. */
  Browser(URI service, Path pictures, Set<String> looked) {
    this.service = service;
    this.pictures = pictures;
    this.looked = looked;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium-headless-shell"))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /** One person with a browser of their own. */
  Visit visit(String name, String own, boolean phone, boolean scripts) {
    String language = System.getProperty("language", own);
    BrowserContext context =
        chromium.newContext(
            options(language)
                .setJavaScriptEnabled(scripts)
                .setViewportSize(phone ? PHONE : DESK, 844));
    return new Visit(name, language, context, context.newPage(), phone, scripts);
  }

  /** One person with a real phone: it has no pointer but a finger, and it has a camera. */
  Visit finger(String name, String own) {
    String language = System.getProperty("language", own);
    BrowserContext context =
        chromium.newContext(
            options(language).setIsMobile(true).setHasTouch(true).setViewportSize(PHONE, 844));
    return new Visit(name, language, context, context.newPage(), true, true);
  }

  private com.microsoft.playwright.Browser.NewContextOptions options(String language) {
    return new com.microsoft.playwright.Browser.NewContextOptions()
        .setBaseURL(service.toString())
        .setLocale(language);
  }

  private static String axe() {
    try (InputStream file = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  /** What one person does and sees. */
  final class Visit implements AutoCloseable {
    private final String name;
    private final String language;
    private final BrowserContext context;
    private final Page page;
    private final boolean phone;
    private final boolean scripts;
    private final Set<String> pages = new LinkedHashSet<>();
    private int seen;
    private int clicks;
    private @Nullable CDPSession switchboard;

    private Visit(
        String name,
        String language,
        BrowserContext context,
        Page page,
        boolean phone,
        boolean scripts) {
      this.name = name;
      this.language = language;
      this.context = context;
      this.page = page;
      this.phone = phone;
      this.scripts = scripts;
      page.setDefaultTimeout(15_000);
    }

    Page page() {
      return page;
    }

    Visit open(String path) {
      assertThat(page.navigate(path).status()).as(path).isLessThan(400);
      pages.add(path());
      return this;
    }

    /** Comes to a page that says no. */
    Visit refusedAt(String path) {
      assertThat(page.navigate(path).status()).as(path).isEqualTo(403);
      pages.add(path());
      return this;
    }

    /** The page's own address, without host; empty before the first. */
    String path() {
      return Objects.requireNonNullElse(URI.create(page.url()).getPath(), "");
    }

    Visit type(String field, String text) {
      page.locator("[name=" + field + "]").fill(text);
      return this;
    }

    Visit choose(String field, String value) {
      page.locator("[name=" + field + "][value='" + value + "']").check();
      return this;
    }

    /** Chooses a file of the disk in the field of this id: what is large gets there sooner so. */
    Visit attach(String field, Path file) {
      page.locator("#" + field).setInputFiles(file);
      return this;
    }

    /** Chooses a file in the field of this id. */
    Visit attach(String field, String name, String type, byte[] content) {
      page.locator("#" + field).setInputFiles(new FilePayload(name, type, content));
      return this;
    }

    /** Whether all pictures of the page are there. */
    boolean seesPictures() {
      page.waitForLoadState(LoadState.NETWORKIDLE);
      return !scripts
          || Boolean.TRUE.equals(
              page.evaluate(
                  "document.querySelectorAll('main img').length > 0 &&"
                      + " [...document.querySelectorAll('main img')]"
                      + ".every(img => img.naturalWidth > 300)"));
    }

    /** The session ends, as it does after half an hour; the browser keeps what else it has. */
    Visit endSession() {
      context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));
      return this;
    }

    /** All that the browser knew is gone. */
    Visit forgetWhoIAm() {
      context.clearCookies();
      return this;
    }

    /** Sends the page's form. */
    Visit send() {
      return click("#answers button[type=submit]");
    }

    Visit click(String selector) {
      page.locator(selector).last().click();
      page.waitForLoadState();
      pages.add(path());
      clicks++;
      return this;
    }

    /** What has this access key, without touching the mouse; it leads to another page. */
    Visit press(String key) {
      page.evaluate("document.documentElement.dataset.leaving = ''");
      pressed(key);
      page.waitForSelector("html:not([data-leaving])");
      page.waitForLoadState();
      pages.add(path());
      clicks++;
      return this;
    }

    /**
     * Playwright's own keys give no character while Alt is held, which an access key is found by.
     */
    private void pressed(String key) {
      for (String type : List.of("rawKeyDown", "char", "keyUp")) {
        var stroke = new JsonObject();
        stroke.addProperty("type", type);
        stroke.addProperty("modifiers", ALT);
        stroke.addProperty("key", key);
        stroke.addProperty("text", type.equals("char") ? key : "");
        stroke.addProperty("unmodifiedText", type.equals("char") ? key : "");
        stroke.addProperty("windowsVirtualKeyCode", (int) Character.toUpperCase(key.charAt(0)));
        switchboard().send("Input.dispatchKeyEvent", stroke);
      }
    }

    /** The addresses this person came to, in order, each once. */
    List<String> pages() {
      return List.copyOf(pages);
    }

    int clicks() {
      return clicks;
    }

    boolean has(String selector) {
      return page.locator(selector).count() > 0;
    }

    String text(String selector) {
      return page.locator(selector).first().innerText();
    }

    Locator find(String selector) {
      return page.locator(selector).first();
    }

    byte[] download(String path) {
      return context.request().get(path).body();
    }

    /**
     * Looks at the page, if it was not looked at in this shape: fails if it is not for everybody.
     */
    Visit look(String what) {
      String file = "%s/%02d-%s".formatted(name, ++seen, what);
      if (looked.add(shape(what)) || PICTURES) {
        withScripts(() -> check(what, file));
      }
      return this;
    }

    /** References differ, and a page is a page. */
    private String shape(String what) {
      String page = path().replaceAll("[0-9A-Z]{5}-[0-9A-Z]{5}|[0-9a-f-]{20,}", "*");
      return String.join(" ", what, page, language, phone ? "phone" : "desk", scripts ? "js" : "");
    }

    private void check(String what, String file) {
      page.evaluate(AXE);
      assertThat((List<?>) page.evaluate(RUN_AXE, WCAG)).as("%s: %s", file, what).isEmpty();
      fits(file, phone ? PHONE : DESK);
      page.setViewportSize(phone ? DESK : PHONE, 844);
      fits(file, phone ? DESK : PHONE);
      page.setViewportSize(phone ? PHONE : DESK, 844);
    }

    private void fits(String file, int width) {
      Object wide = page.evaluate("document.documentElement.scrollWidth");
      if (PICTURES) {
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(pictures.resolve(file + "." + width + ".png"))
                .setFullPage(true));
      }
      assertThat(((Number) wide).intValue())
          .as("%s is %s wide", file, wide)
          .isLessThanOrEqualTo(width);
    }

    /** The page was read without scripts and ran none of its own; only ours run in it now. */
    private void withScripts(Runnable look) {
      if (scripts) {
        look.run();
        return;
      }
      switchScripts(true); // The new session knows nothing of the page's own switch: off first.
      switchScripts(false);
      try {
        look.run();
      } finally {
        switchScripts(true);
      }
    }

    private void switchScripts(boolean off) {
      var switched = new JsonObject();
      switched.addProperty("value", off);
      switchboard().send("Emulation.setScriptExecutionDisabled", switched);
    }

    private CDPSession switchboard() {
      CDPSession session = switchboard;
      if (session == null) {
        session = context.newCDPSession(page);
        switchboard = session;
      }
      return session;
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
