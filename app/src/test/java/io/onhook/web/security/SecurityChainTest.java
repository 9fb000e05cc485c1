package io.onhook.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.onhook.access.AccessFixture;
import io.onhook.access.ApiKeys;
import io.onhook.access.DemoAccounts;
import io.onhook.access.Holders;
import io.onhook.access.KeptForms;
import io.onhook.access.StaffAccounts;
import io.onhook.line.Lines;
import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import io.onhook.policy.Packs;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.web.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The chain on a real server: who gets through, and what every answer carries. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = SecurityChainTest.App.class)
class SecurityChainTest {
  private static final Pattern COOKIE = Pattern.compile("(__Host-\\w+)=([^;]*)(.*)");

  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = "io.onhook.web",
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
  @Import({AccessFixture.Sessions.class, Pages.class})
  static class App {
    @Bean
    TestDatabase testDatabase() {
      return TestDatabase.fresh();
    }

    @Bean
    Packs packs() {
      Pack pack = PackFixture.defaultPack().load();
      return new Packs(List.of(pack), pack.id());
    }

    @Bean
    HikariDataSource dataSource(TestDatabase database) {
      return database.single();
    }

    @Bean
    Clock clock() {
      return new SettableClock(Instant.parse("2026-11-22T10:10:00Z"));
    }

    @Bean
    AccessFixture access(TestDatabase database, Clock clock) {
      Lines none =
          (Lines)
              Proxy.newProxyInstance(
                  Lines.class.getClassLoader(),
                  new Class<?>[] {Lines.class},
                  (proxy, method, values) -> {
                    throw new UnsupportedOperationException(method.getName());
                  });
      var access = new AccessFixture(database, none, clock);
      access.addDemo();
      return access;
    }

    @Bean
    StaffAccounts staffAccounts(AccessFixture access) {
      return access.staff;
    }

    @Bean
    KeptForms keptForms(AccessFixture access) {
      return access.forms;
    }

    @Bean
    ApiKeys apiKeys(AccessFixture access) {
      return access.keys;
    }
  }

  /** Stand for the product's own pages. */
  @RestController
  static class Pages {
    private final Sessions sessions;

    Pages(Sessions sessions) {
      this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    String form(CsrfToken token) {
      return token.getToken();
    }

    @PostMapping("/sign-in/code")
    String signIn(HttpServletRequest request, HttpServletResponse response) {
      sessions.begin(Holders.of("P-1", "L-0001"), request, response);
      return "in";
    }

    @PostMapping({"/cancel/papers/{paper}", "/staff/counter/visits/{id}/photos"})
    String upload(@RequestParam("file") MultipartFile file) {
      return file.getSize() + " bytes";
    }

    @GetMapping({"/line", "/staff", "/staff/reviews", "/staff/parked", "/unlisted"})
    String page(Principal who) {
      return who.getName();
    }

    @PostMapping("/api/v1/eligibility-checks")
    String check(@RequestBody String body, Principal who) {
      return who.getName() + " " + body.length();
    }

    @GetMapping("/api/v1/cancellations/{reference}")
    String read(Principal who) {
      return who.getName();
    }

    @PostMapping("/api/v1/cancellations/{reference}/decision")
    String decide(Principal who) {
      return who.getName();
    }
  }

  @LocalServerPort private int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private String cookies = "";

  @Test
  void tellsAProgramWithoutAKeyWhatIsMissingInItsLanguage() throws Exception {
    HttpResponse<String> chinese =
        send(post("/api/v1/eligibility-checks", "{}").setHeader("Accept-Language", "zh-CN"));
    HttpResponse<String> english =
        send(
            post("/api/v1/eligibility-checks", "{}")
                .header("Authorization", "Bearer ohk_unknown_unknown_unknown"));

    assertThat(chinese.statusCode()).isEqualTo(401);
    assertThat(chinese.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(chinese.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"onhook\"");
    assertThat(chinese.body()).contains("需要密钥").contains("\"code\":\"key.missing\"");
    assertThat(english.statusCode()).isEqualTo(401);
    assertThat(english.body()).contains("not valid").contains("\"code\":\"key.invalid\"");
  }

  @Test
  void letsAKeyDoWhatItsScopesAllow() throws Exception {
    HttpResponse<String> allowed =
        send(withKey(post("/api/v1/eligibility-checks", "{}"), DemoAccounts.CLIENT_KEY));
    HttpResponse<String> refused =
        send(withKey(post("/api/v1/cancellations/X/decision", "{}"), DemoAccounts.CLIENT_KEY));
    HttpResponse<String> reviewer =
        send(withKey(post("/api/v1/cancellations/X/decision", "{}"), DemoAccounts.REVIEWER_KEY));

    assertThat(allowed.body()).isEqualTo("api:demo 2");
    assertThat(allowed.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("\"code\":\"key.scope\"");
    assertThat(reviewer.body()).isEqualTo("api:demo-reviewer");
  }

  @Test
  void refusesABodyOfAHundredMegabytesUnread() throws Exception {
    try (var socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          """
          POST /api/v1/eligibility-checks HTTP/1.1\r
          Host: localhost\r
          Authorization: Bearer %s\r
          Content-Type: application/json\r
          Content-Length: 104857600\r
          \r
          {\
          """
              .formatted(DemoAccounts.CLIENT_KEY)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      String answer = new String(in.readNBytes(600), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 413").contains("Connection: close");
    }
  }

  @Test
  void refusesABodyThatGoesOnBeyondTheLimitWithoutSayingSo() throws Exception {
    HttpResponse<String> answer =
        send(
            withKey(request("/api/v1/eligibility-checks"), DemoAccounts.CLIENT_KEY)
                .header("Content-Type", "text/plain")
                .POST(
                    BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[1_200_000]))));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("\"code\":\"body.too-large\"").contains("1,024 KB");
  }

  @Test
  void takesAFileOfMegabytesWhereFilesComeInAndNowhereElse() throws Exception {
    byte[] photo = new byte[9 * 1024 * 1024];
    signInAsHolder();
    String token = send(get("/sign-in")).body();

    assertThat(send(upload("/cancel/papers/passport", token, photo)).body())
        .isEqualTo(photo.length + " bytes");
    assertThat(send(upload("/cancel/papers/passport", "another", photo)).statusCode())
        .isEqualTo(403);
    // The server itself reads a form of many parts, so that one without a length goes nowhere.
    assertThat(
            send(multipart("/cancel/papers/passport")
                    .POST(
                        BodyPublishers.fromPublisher(
                            BodyPublishers.ofByteArray(form(token, photo)))))
                .statusCode())
        .isEqualTo(411);
    assertThat(rawPost("/sign-in/code", 9 * 1024 * 1024)).startsWith("HTTP/1.1 415");
  }

  @Test
  void takesPhotosOfAClerkAndOfNobodyElseAtTheCounter() throws Exception {
    byte[] photo = new byte[2 * 1024 * 1024];
    String photos = "/staff/counter/visits/1/photos";
    signInAsHolder();
    assertThat(location(upload(photos, "token", photo))).endsWith("/staff/sign-in");

    String token = send(get("/sign-in")).body();
    assertThat(location(staff(token, "clerk", DemoAccounts.PASSWORD))).endsWith("/staff");
    token = send(get("/sign-in")).body();
    assertThat(send(upload(photos, token, photo)).body()).isEqualTo(photo.length + " bytes");
    assertThat(location(upload("/cancel/papers/passport", token, photo)))
        .endsWith("/sign-in?expired");
  }

  @Test
  void leadsBackToTheFieldWhoSendsTwoHundredMegabytes() throws Exception {
    signInAsHolder();
    int length = 200 * 1024 * 1024;
    try (var socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head("/cancel/papers/passport", length));
      byte[] part = new byte[1024 * 1024];
      // As a browser does: it reads the answer once it has sent everything.
      for (int sent = 0; sent < length; sent += part.length) {
        out.write(part);
      }
      out.flush();
      assertThat(answer(socket))
          .startsWith("HTTP/1.1 302")
          .containsPattern("Location: \\S*/cancel/papers/passport\\?too-large");
    }
  }

  @Test
  void readsNoFileOfWhomNobodyKnows() throws Exception {
    HttpResponse<String> answer =
        send(upload("/cancel/papers/passport", "token", new byte[2 * 1024 * 1024]));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?expired");
  }

  @Test
  void outlivesAnUploadThatBreaksOff() throws Exception {
    signInAsHolder();
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(head("/cancel/papers/passport", 5_000_000));
      socket.getOutputStream().write(new byte[1000]);
      socket.getOutputStream().flush();
    }
    assertThat(send(get("/line")).body()).isEqualTo("holder:P-1");
  }

  private void signInAsHolder() throws Exception {
    String token = send(get("/sign-in")).body();
    assertThat(send(form("/sign-in/code", "_csrf=" + token)).body()).isEqualTo("in");
  }

  private HttpRequest.Builder upload(String path, String token, byte[] file) {
    return multipart(path).POST(BodyPublishers.ofByteArray(form(token, file)));
  }

  private HttpRequest.Builder multipart(String path) {
    return request(path).header("Content-Type", "multipart/form-data; boundary=xxx");
  }

  private static byte[] form(String token, byte[] file) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(
        """
        --xxx\r
        Content-Disposition: form-data; name="_csrf"\r
        \r
        %s\r
        --xxx\r
        Content-Disposition: form-data; name="file"; filename="a.jpg"\r
        \r
        """
            .formatted(token)
            .getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(file);
    out.writeBytes("\r\n--xxx--\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private String rawPost(String path, int length) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(head(path, length));
      socket.getOutputStream().flush();
      return answer(socket);
    }
  }

  private byte[] head(String path, int length) {
    return """
    POST %s HTTP/1.1\r
    Host: localhost\r
    Cookie: %s\r
    Content-Type: multipart/form-data; boundary=xxx\r
    Content-Length: %d\r
    \r
    """
        .formatted(path, cookies, length)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(300), StandardCharsets.UTF_8);
  }

  @Test
  void sendsPeopleToTheSignInThatIsTheirs() throws Exception {
    assertThat(location(get("/line"))).endsWith("/sign-in");
    assertThat(location(get("/staff/reviews"))).endsWith("/staff/sign-in");
    HttpResponse<String> part = send(get("/line").header("HX-Request", "true"));
    assertThat(part.headers().firstValue("HX-Refresh")).contains("true");
  }

  @Test
  void signsAHolderInOnANewSessionThatOutlivesItsServer() throws Exception {
    String before = send(get("/sign-in")).body();
    assertThat(send(form("/sign-in/code", "")).statusCode()).isEqualTo(403);
    assertThat(send(form("/sign-in/code", "_csrf=" + before)).body()).isEqualTo("in");

    assertThat(send(get("/line")).body()).isEqualTo("holder:P-1");
    assertThat(send(get("/staff/reviews")).statusCode()).isEqualTo(403);
    assertThat(send(form("/sign-in/code", "_csrf=" + before)).statusCode()).isEqualTo(403);
    String after = send(get("/sign-in")).body();
    assertThat(location(form("/sign-out", "_csrf=" + after))).endsWith("/?signed-out");
    assertThat(location(get("/line"))).endsWith("/sign-in");
  }

  @Test
  void letsStaffToThePagesOfTheirRolesOnly() throws Exception {
    String token = send(get("/sign-in")).body();
    assertThat(location(staff(token, "reviewer", "wrong"))).endsWith("/staff/sign-in?refused");
    assertThat(location(staff(token, "reviewer", DemoAccounts.PASSWORD))).endsWith("/staff");

    assertThat(send(get("/staff/reviews")).body()).isEqualTo("staff:reviewer");
    assertThat(send(get("/staff/parked")).statusCode()).isEqualTo(403);
    assertThat(send(get("/line")).statusCode()).isEqualTo(403);
  }

  @Test
  void setsCookiesThatOnlyThisHostCanSetAndNoScriptCanRead() throws Exception {
    send(get("/line"));
    HttpResponse<String> page = send(get("/sign-in"));

    assertThat(page.headers().allValues("Set-Cookie"))
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-")
                    .contains("Secure")
                    .contains("HttpOnly")
                    .contains("SameSite=Lax")
                    .contains("Path=/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/line", "/nowhere", "/look/onhook.css", "/api/v1/x"})
  void protectsEveryAnswer(String path) throws Exception {
    HttpResponse<String> answer = send(get(path));

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(answer.headers().firstValue("Strict-Transport-Security").orElseThrow())
        .contains("max-age=63072000");
  }

  @Test
  void refusesWhatNoRuleNamesAndDoesNotFindWhatIsNotThere() throws Exception {
    assertThat(location(get("/unlisted"))).endsWith("/sign-in");
    assertThat(send(get("/nowhere")).statusCode()).isEqualTo(404);
  }

  private String location(HttpRequest.Builder request) throws Exception {
    return send(request).headers().firstValue("Location").orElseThrow();
  }

  private HttpRequest.Builder staff(String token, String name, String password) {
    return form(
        "/staff/sign-in", "_csrf=%s&username=%s&password=%s".formatted(token, name, password));
  }

  private HttpRequest.Builder form(String path, String content) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(content));
  }

  private HttpRequest.Builder get(String path) {
    return request(path).GET();
  }

  private HttpRequest.Builder post(String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  private static HttpRequest.Builder withKey(HttpRequest.Builder request, String key) {
    return request.header("Authorization", "Bearer " + key);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Accept-Language", "en");
  }

  /** Sends as one browser: with its cookies, which it would send over https only. */
  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    if (!cookies.isEmpty()) {
      request.setHeader("Cookie", cookies);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    for (String set : answer.headers().allValues("Set-Cookie")) {
      Matcher cookie = COOKIE.matcher(set);
      if (cookie.matches()) {
        List<String> kept =
            java.util.Arrays.stream(cookies.split("; "))
                .filter(old -> !old.isEmpty() && !old.startsWith(cookie.group(1) + "="))
                .toList();
        cookies = String.join("; ", kept);
        if (!cookie.group(2).isEmpty()) {
          cookies += (cookies.isEmpty() ? "" : "; ") + cookie.group(1) + "=" + cookie.group(2);
        }
      }
    }
    return answer;
  }
}
