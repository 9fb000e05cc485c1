package io.onhook.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.onhook.OnhookApplication;
import io.onhook.branch.Bookings;
import io.onhook.branch.CallAnswer;
import io.onhook.branch.Counter;
import io.onhook.branch.Offices;
import io.onhook.branch.Tickets;
import io.onhook.branch.Windows;
import io.onhook.clock.ClockKeeper;
import io.onhook.testing.TestDatabase;
import jakarta.servlet.http.Cookie;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What visitors do, over HTTP, with the sandbox's stores on a real database. */
@SpringBootTest(classes = OnhookApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("sandbox")
class LobbyTest {
  private static final String OFFICE = "peoples-square";
  private static final String KEY = "onhook-sandbox-screens";

  /** A Wednesday, at ten in Shanghai. */
  private static final Instant TEN = Instant.parse("2026-12-02T02:00:00Z");

  private static int clients;

  @TempDir private static Path data;

  @DynamicPropertySource
  static void anEmptyService(DynamicPropertyRegistry properties) {
    properties.add("onhook.data", () -> data.toString());
    TestDatabase.fresh().settings().forEach((name, value) -> properties.add(name, () -> value));
  }

  private final MockMvc web;
  private final Tickets tickets;
  private final Bookings bookings;
  private final Offices offices;
  private final Windows windows;
  private final Counter counter;
  private final ClockKeeper clock;
  private final int port;
  private final String client = "192.0.2." + ++clients;

  LobbyTest(
      @Autowired WebApplicationContext context,
      @Autowired Tickets tickets,
      @Autowired Bookings bookings,
      @Autowired Offices offices,
      @Autowired Windows windows,
      @Autowired Counter counter,
      @Autowired ClockKeeper clock,
      @LocalServerPort int port) {
    this.web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    this.tickets = tickets;
    this.bookings = bookings;
    this.offices = offices;
    this.windows = windows;
    this.counter = counter;
    this.clock = clock;
    this.port = port;
  }

  @BeforeEach
  void atTen() {
    clock.set(TEN);
  }

  @Test
  void showsTheStoresAndThoseThatAWordNamesFirst() throws Exception {
    assertThat(page(get("/branches"))).contains("People’s Square store").contains("Lujiazui");
    String pudong = page(get("/branches").param("q", "pudong"));
    assertThat(pudong.indexOf("Lujiazui store")).isLessThan(pudong.indexOf("People’s Square"));
    assertThat(page(get("/branches").param("q", "nowhere<b>")))
        .contains("No store fits")
        .doesNotContain("<b>");
  }

  @Test
  void takesANumberOnThePhoneAndFollowsIt() throws Exception {
    String address = taken(OFFICE, "end-line");
    assertThat(address).startsWith("/ticket/");
    assertThat(page(get(address))).contains("A0").contains("Why am I waiting?");
    assertThat(page(get(address + "/part"))).contains("data-live");

    String later = taken(OFFICE, "end-line");
    assertThat(redirect(post(address + "/pass"))).isEqualTo(address);
    assertThat(redirect(post(later + "/cancel"))).isEqualTo(later);
    assertThat(page(get(later))).contains("Given up.");
    assertThat(redirect(post(later + "/pass"))).isEqualTo(later);
  }

  @Test
  void refusesPlainlyAndKeepsWhatWasTyped() throws Exception {
    MockHttpServletRequestBuilder wrong =
        post("/branches/" + OFFICE + "/ticket")
            .param("service", "nothing")
            .param("contact", "nobody<at>");
    assertThat(page(wrong)).contains("Choose what you come for").contains("nobody&lt;at&gt;");

    for (int i = 0; i < 3; i++) {
      taken(OFFICE, "company");
    }
    assertThat(page(take(OFFICE, "company"))).contains("3 numbers are open already");

    clock.set(Instant.parse("2026-12-02T16:00:00Z"));
    assertThat(page(take(OFFICE, "end-line"))).contains("closed just now");
    assertThat(page(get("/branches/" + OFFICE))).contains("Opens").doesNotContain("/ticket\"");
    assertThat(status(get("/branches/nowhere"))).isEqualTo(404);
    assertThat(status(take("nowhere", "end-line"))).isEqualTo(404);
    assertThat(status(get("/branches/nowhere/live"))).isEqualTo(404);
    assertThat(status(get("/board/nowhere"))).isEqualTo(404);
  }

  @Test
  void aStrangersTokenLooksLikeNone() throws Exception {
    for (String path : Set.of("/ticket/", "/booking/", "/ticket/x")) {
      assertThat(status(get(path + "0".repeat(31) + "1"))).as(path).isEqualTo(404);
    }
    assertThat(status(post("/ticket/" + "0".repeat(32) + "/cancel"))).isEqualTo(404);
    assertThat(status(post("/booking/" + "0".repeat(32) + "/here"))).isEqualTo(404);
  }

  @Test
  void booksATimeChangesItAndCancelsIt() throws Exception {
    var office = offices.find(OFFICE).orElseThrow();
    var day = bookings.calendar(office).get(1);
    assertThat(page(get("/branches/" + OFFICE + "/book").param("day", day.day().toString())))
        .contains("value=\"" + day.free().getFirst().getEpochSecond());
    String address =
        redirect(
            post("/branches/" + OFFICE + "/book")
                .param("service", "end-line")
                .param("at", String.valueOf(day.free().getFirst().getEpochSecond()))
                .param("contact", "anna@example.com"));
    assertThat(address).startsWith("/booking/");
    assertThat(page(get(address))).contains("09:00");
    assertThat(redirect(post(address + "/here"))).isEqualTo(address);
    assertThat(
            redirect(
                post(address + "/change")
                    .param("at", String.valueOf(day.free().get(4).getEpochSecond()))))
        .isEqualTo(address);
    assertThat(page(get(address))).contains("10:00");
    assertThat(page(post(address + "/change").param("at", "12345"))).contains("Somebody was");
    assertThat(redirect(post(address + "/cancel"))).isEqualTo(address);
    assertThat(page(get(address))).contains("Cancelled.");
    assertThat(page(post("/branches/" + OFFICE + "/book").param("at", "x")))
        .contains("Choose a time");
  }

  @Test
  void kioskAndBoardOpenForTheKeyAlone() throws Exception {
    for (String screen : Set.of("kiosk", "board")) {
      assertThat(status(get("/" + screen + "/" + OFFICE))).isEqualTo(403);
      assertThat(status(unlock(screen, "wrong"))).isEqualTo(403);
    }
    assertThat(status(post("/kiosk/" + OFFICE).param("service", "end-line"))).isEqualTo(403);
    Cookie device = device();
    assertThat(page(get("/board/" + OFFICE).cookie(device))).contains("窗口");
    assertThat(page(get("/kiosk/" + OFFICE).cookie(device))).contains("End a line");
  }

  @Test
  void theKioskTakesWhatPeopleBring() throws Exception {
    Cookie device = device();
    String slip = redirect(post("/kiosk/" + OFFICE).cookie(device).param("service", "esim"));
    assertThat(slip).startsWith("/kiosk/" + OFFICE + "/");
    assertThat(page(get(slip).cookie(device))).contains("E0").contains("viewBox");

    assertThat(page(kiosk(device, "what is this", ""))).contains("neither a code");
    String asks = page(kiosk(device, "00000-00000", ""));
    assertThat(asks).contains("What do you come for?").contains("00000-00000");
    assertThat(redirect(kiosk(device, "00000-00000", "end-line"))).startsWith("/kiosk/");
    assertThat(page(kiosk(device, "00000-00000", "end-line")))
        .as("whoever types a reference gets no page of somebody else's ticket")
        .contains("waits already")
        .doesNotContain("/ticket/");
    assertThat(redirect(kiosk(device, "+8619900000001", "end-line"))).startsWith("/kiosk/");
    assertThat(page(kiosk(device, "0".repeat(32), ""))).contains("no such booked time");

    String phone = taken(OFFICE, "end-line");
    assertThat(redirect(kiosk(device, "http://127.0.0.1" + phone, "")))
        .isEqualTo("/kiosk/" + OFFICE + phone.substring("/ticket".length()));
  }

  @Test
  void aCallReachesAnOpenStreamAndTheBoard() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<java.io.InputStream> stream =
          client.send(
              HttpRequest.newBuilder(uri("/branches/" + OFFICE + "/live")).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertThat(stream.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      try (var lines =
          new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
        next(lines);
        String token = taken(OFFICE, "end-line").substring("/ticket/".length());
        next(lines);
        windows.open(OFFICE, 1, "clerk", Set.of());
        next(lines);
        assertThat(counter.callNext("clerk")).isInstanceOf(CallAnswer.Called.class);
        next(lines);
        String calls =
            client
                .send(
                    HttpRequest.newBuilder(uri("/board/" + OFFICE + "/calls")).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(calls).contains("data-label=\"").contains("data-window=\"1\"");
        assertThat(calls).doesNotContain(token);
      }
    }
  }

  @Test
  void oneAddressHoldsSoManyStreamsAndAStoresOwnScreensGetTheirsAllTheSame() throws Exception {
    for (int i = 0; i < 64; i++) {
      assertThat(status(get("/branches/" + OFFICE + "/live"))).isEqualTo(200);
    }
    assertThat(status(get("/branches/" + OFFICE + "/live")))
        .as("whoever gets no stream asks")
        .isEqualTo(503);
    assertThat(page(get("/branches/" + OFFICE + "/now"))).contains("data-live");
    Cookie device = device();
    for (int i = 0; i < 30; i++) {
      assertThat(status(get("/branches/" + OFFICE + "/live").cookie(device))).isEqualTo(200);
    }
    MockHttpServletResponse neighbour =
        web.perform(
                get("/branches/" + OFFICE + "/live")
                    .with(
                        it -> {
                          it.setRemoteAddr("198.51.100.7");
                          return it;
                        }))
            .andReturn()
            .getResponse();
    assertThat(neighbour.getStatus()).isEqualTo(200);
  }

  private static void next(BufferedReader lines) throws Exception {
    for (String line = lines.readLine(); ; line = lines.readLine()) {
      if (Objects.requireNonNull(line, "the stream ended").equals("event:changed")) {
        return;
      }
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private String taken(String office, String service) throws Exception {
    String address = redirect(take(office, service));
    assertThat(tickets.find(address.substring("/ticket/".length()))).isPresent();
    return address;
  }

  private static MockHttpServletRequestBuilder take(String office, String service) {
    return post("/branches/" + office + "/ticket").param("service", service);
  }

  private static MockHttpServletRequestBuilder kiosk(Cookie device, String entry, String service) {
    return post("/kiosk/" + OFFICE).cookie(device).param("entry", entry).param("service", service);
  }

  private static MockHttpServletRequestBuilder unlock(String screen, String key) {
    return post("/branches/" + OFFICE + "/screen").param("to", screen).param("key", key);
  }

  private Cookie device() throws Exception {
    MockHttpServletResponse answer = answer(unlock("board", KEY));
    assertThat(answer.getRedirectedUrl()).isEqualTo("/board/" + OFFICE);
    return Objects.requireNonNull(answer.getCookie("screen"));
  }

  private String page(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = answer(request);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private String redirect(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = answer(request);
    assertThat(answer.getStatus())
        .as(answer.getContentAsString(StandardCharsets.UTF_8))
        .isEqualTo(302);
    return Objects.requireNonNull(answer.getRedirectedUrl());
  }

  private int status(MockHttpServletRequestBuilder request) throws Exception {
    return answer(request).getStatus();
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(
            request
                .locale(Locale.ENGLISH)
                .with(csrf())
                .with(
                    it -> {
                      it.setRemoteAddr(client);
                      return it;
                    }))
        .andReturn()
        .getResponse();
  }
}
