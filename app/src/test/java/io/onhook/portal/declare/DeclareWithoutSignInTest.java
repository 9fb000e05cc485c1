package io.onhook.portal.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.OnhookApplication;
import io.onhook.testing.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Germany over HTTP, with nobody signed in and no system of the operator's answering. */
@SpringBootTest(
    classes = OnhookApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"onhook.pack=de", "onhook.bss.currency=EUR"})
@ActiveProfiles("sandbox")
class DeclareWithoutSignInTest {
  @TempDir private static Path data;

  @DynamicPropertySource
  static void anEmptyService(DynamicPropertyRegistry properties) {
    properties.add("onhook.data", () -> data.toString());
    TestDatabase.fresh().settings().forEach((name, value) -> properties.add(name, () -> value));
  }

  private final URI site;
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  DeclareWithoutSignInTest(@Value("${local.server.port}") int port) {
    this.site = URI.create("http://localhost:" + port);
  }

  @Test
  void takesANoticeDownInTwoClicksAndGivesItBackWithDateAndTime() throws Exception {
    assertThat(get("/"))
        .contains("lang=\"de\"")
        .contains("href=\"/declare\"")
        .contains("Verträge hier kündigen")
        .contains("Vertrag hier widerrufen");
    String form = get("/declare");
    Map<String, String> typed = new TreeMap<>();
    typed.put("_csrf", hidden(form, "_csrf"));
    typed.put("key", hidden(form, "key"));
    typed.put("kind", "ordinary");
    typed.put("name", "Erika Mustermann");
    typed.put("contract", "K-4711");
    typed.put("email", "");
    assertThat(post("/declare", typed).body()).contains("href=\"#email\"").contains("K-4711");

    typed.put("email", "erika@example.org");
    String received = post("/declare", typed).body();
    assertThat(received)
        .contains("Ihre Erklärung ist eingegangen")
        .contains("Ordentliche Kündigung")
        .contains("zum frühestmöglichen Zeitpunkt");
    HttpResponse<String> copy = post("/declare/copy", typed);
    assertThat(copy.headers().firstValue("Content-Disposition").orElse("")).contains(".txt");
    assertThat(copy.body()).contains("Erika Mustermann").contains("Ich kündige den genannten");
    assertThat(post("/declare", typed).body()).contains(reference(received));
  }

  @Test
  void givesNoCopyOfWhatWasNeverDeclared() throws Exception {
    String form = get("/withdraw");
    var typed = Map.of("_csrf", hidden(form, "_csrf"), "key", "x", "email", "a@example.org");
    assertThat(post("/withdraw/copy", typed).statusCode()).isEqualTo(404);
  }

  private String get(String path) throws IOException, InterruptedException {
    return browser.send(request(path).build(), BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return browser.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(site.resolve(path)).header("Accept-Language", "de-DE,de");
  }

  private static String hidden(String page, String name) {
    return found(page, "name=\"" + name + "\" value=\"([^\"]+)\"");
  }

  private static String reference(String page) {
    return found(page, "class=\"oh-reference\">([0-9A-Z-]+)<");
  }

  private static String found(String page, String pattern) {
    var match = Pattern.compile(pattern).matcher(page);
    assertThat(match.find()).as(pattern).isTrue();
    return match.group(1);
  }
}
