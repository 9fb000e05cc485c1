package io.onhook.bench;

import io.onhook.stand.Said;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types the key of the sandbox's screens as somebody does who hangs up a board: strangers hold only
 * so many streams from one address.
 */
final class ScreenKey {
  private static final String KEY = "onhook-sandbox-screens";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private ScreenKey() {}

  /** The mark that the screen has from then on, as a cookie. */
  static String markOf(URI address, String office) {
    var cookies = new CookieManager();
    try (var browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
      Matcher token =
          TOKEN.matcher(
              browser
                  .send(
                      HttpRequest.newBuilder(address.resolve("/board/" + office)).build(),
                      HttpResponse.BodyHandlers.ofString())
                  .body());
      if (!token.find()) {
        throw new Said("The board's door has no form");
      }
      String form =
          "to=board&key="
              + KEY
              + "&_csrf="
              + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
      browser.send(
          HttpRequest.newBuilder(address.resolve("/branches/" + office + "/screen"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.discarding());
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("screen"))
          .map(HttpCookie::getValue)
          .map(value -> "screen=" + value)
          .findAny()
          .orElseThrow(() -> new Said("The key did not open the board"));
    } catch (IOException e) {
      throw new Said("The key could not be typed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    }
  }
}
