package io.onhook.lobby;

import static io.onhook.web.Renderer.Reader.HOLDER;
import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.branch.Ahead;
import io.onhook.branch.Call;
import io.onhook.branch.Service;
import io.onhook.certificate.QrCode;
import io.onhook.policy.Text;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page of the lobby, in every language. */
class LobbyPagesTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void findsAnOffice(Language language) {
    var model = model(language);
    model.put("words", "x");
    model.put("named", 0);
    List<OfficePage> offices = List.of(office(true), office(false).at(3.3));
    model.put("offices", offices);
    model.put("map", DrawnMap.of(offices));
    model.put("tiles", "");
    model.put("credit", "");
    assertThat(page("branches", language, model))
        .contains("data-latitude=\"31.2\"")
        .contains("/branches/here")
        .contains(language == Language.DE || language == Language.FR ? "3" : "3.3")
        .doesNotContain("data-tiles");
    model.put("tiles", "https://tiles.example.com/{z}/{x}/{y}.png");
    assertThat(page("branches", language, model)).contains("data-tiles").contains("leaflet.js");
    model.put("offices", List.of());
    page("branches", language, model);
  }

  @ParameterizedTest
  @EnumSource
  void tellsAllAboutOne(Language language) {
    var model = model(language);
    model.put("tiles", "");
    model.put("credit", "");
    for (boolean open : List.of(true, false)) {
      model.put("it", office(open));
      model.put("map", DrawnMap.of(List.of(office(open))));
      model.put("own", null);
      page("branch", language, model);
      for (boolean asked : List.of(true, false)) {
        model.put("own", new OwnCase.Open(Samples.REFERENCE, asked));
        assertThat(renderer.render("lobby/branch", "/branches/here", language, HOLDER, model))
            .contains(Samples.REFERENCE.text())
            .doesNotContain("??");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesANumber(Language language) {
    var model = model(language);
    model.put("fields", new TakeController.Fields("end-line", "", "", ""));
    model.put("options", List.of(new Option("end-line", "End", "hint")));
    model.put("own", new OwnCase.Open(Samples.REFERENCE, false));
    model.put(
        "problems",
        new Problems().add("service", "ticket.too-many", 3).add("contact", "email.form"));
    assertThat(page("take", language, model)).contains("3");
  }

  @ParameterizedTest
  @EnumSource
  void showsATicketInEachState(Language language) {
    var model = model(language);
    for (String state :
        List.of(
            "waiting",
            "called",
            "serving",
            "held",
            "served",
            "no-show",
            "cancelled",
            "sent-home")) {
      model.put("ticket", ticket(state, 0, state.equals("called") ? 3 : 0));
      assertThat(page("ticket", language, model)).contains("A012");
    }
    for (int place : List.of(1, 5)) {
      model.put("ticket", ticket("waiting", place, 0));
      assertThat(page("ticket", language, model)).contains("id=\"why\"");
    }
    for (String outcome :
        List.of("passed", "cancelled", "too-late", "often-enough", "last-in-line")) {
      model.put("outcome", outcome);
      page("ticket", language, model);
    }
  }

  @ParameterizedTest
  @EnumSource
  void booksAndChangesATime(Language language) {
    var model = model(language);
    model.put("fields", new BookController.Fields("", "", "", ""));
    model.put("options", List.of(new Option("end-line", "End", null)));
    model.put("own", new OwnCase.Open(Samples.REFERENCE, false));
    model.put("days", List.of(new Calendar.Day("2026-11-30", "Mon", "30.11.", true)));
    model.put("day", "2026-11-30");
    model.put("dayName", "30 November 2026");
    model.put("times", List.of(new Option("1780000000", "09:00", null)));
    model.put("service", "end-line");
    model.put("problems", new Problems().add("at", "at.not-free"));
    assertThat(page("book", language, model)).contains("/branches/here/book?day=2026-11-30");
    model.put("token", TOKEN);
    model.put("when", "tomorrow");
    model.put("state", "booked");
    model.put("reference", Samples.REFERENCE.text());
    model.put("qr", QrCode.of("https://mobile.example/booking/" + TOKEN));
    page("rebook", language, model);
    page("booking", language, model);
    for (String outcome : List.of("changed", "cancelled", "too-early", "over")) {
      model.put("outcome", outcome);
      page("booking", language, model);
    }
    for (String state : List.of("arrived", "cancelled")) {
      model.put("state", state);
      page("booking", language, model);
    }
    model.put("state", "booked");
    page("booking", language, model);
    List<Object> days = List.of(model.get("days"));
    model.put("days", List.of());
    page("book", language, model);
    model.put("days", days.getFirst());
    model.put("problems", Problems.NONE);
    page("book", language, model);
  }

  @ParameterizedTest
  @EnumSource
  void kioskBoardAndTheirDoor(Language language) {
    var model = model(language);
    model.put("entry", "");
    model.put("asks", false);
    model.put("problems", new Problems().add("entry", "entry.has-one", "A003"));
    assertThat(page("kiosk", language, model)).contains("A003").contains("value=\"company\"");
    model.put("asks", true);
    page("kiosk", language, model);
    model.put("asks", false);
    model.put("problems", Problems.NONE);
    page("kiosk", language, model);
    model.put("ticket", ticket("waiting", 4, 0));
    model.put("takenAt", "now");
    model.put("qr", QrCode.of("https://mobile.example/ticket/" + TOKEN));
    assertThat(page("kiosk-ticket", language, model)).contains("A012").doesNotContain(TOKEN);

    model.put("office", "here");
    model.put("name", new Text(Map.of("en", "Here", "zh-CN", "这里")));
    model.put("calls", List.of());
    model.put("earlier", List.of());
    model.put("waiting", 7);
    model.put("windows", 2);
    model.put("spoken", Language.ALWAYS);
    model.put("zone", "Asia/Shanghai");
    page("board", language, model);
    model.put(
        "calls",
        List.of(
            new Call("A012", 3, 1, Samples.NOW, true),
            new Call("C003", 12, 2, Samples.NOW, true),
            new Call("A011", 1, 1, Samples.NOW, false)));
    model.put("earlier", List.of(new Call("A010", 2, 1, Samples.NOW, false)));
    assertThat(page("board", language, model)).contains("A012").contains("窗口").contains("Window");

    model.put("kind", "board");
    model.put("problems", new Problems().add("key", "screen-key.wrong"));
    for (boolean hasKey : List.of(true, false)) {
      model.put("hasKey", hasKey);
      page("locked", language, model);
    }
  }

  private String page(String name, Language language, Map<String, Object> model) {
    String html = renderer.render("lobby/" + name, "/branches", language, VISITOR, model);
    assertThat(html).doesNotContain("??").doesNotContain("style=");
    return html;
  }

  private static Map<String, Object> model(Language language) {
    var model = new HashMap<String, Object>(Samples.model(language));
    model.put("it", office(true));
    return model;
  }

  private static OfficePage office(boolean open) {
    return new OfficePage(
        "here",
        "Here",
        "District",
        "1 Road",
        31.2,
        121.4,
        URI.create("https://www.openstreetmap.org/"),
        open,
        open ? "18:00" : "",
        List.of(new OfficePage.Hours("Mon", "09:00–18:00"), new OfficePage.Hours("Sun", "")),
        List.of("1 January 2027"),
        List.of("end-line", "other-region", "company", "esim"),
        open ? 3 : 0,
        List.of(
            new OfficePage.Queue("end-line", 3, new Minutes(5, 20, false)),
            new OfficePage.Queue("company", 0, null)),
        null);
  }

  private static TicketController.View ticket(String state, int place, int window) {
    return new TicketController.View(
        TOKEN,
        "A012",
        "here",
        "end-line",
        state,
        window,
        place,
        place > 1 ? 2 : 0,
        new Minutes(5, 20, true),
        place > 1
            ? List.of(
                new Ahead("A010", Ahead.Why.EARLIER, Service.END_LINE),
                new Ahead("A009", Ahead.Why.BOOKED, Service.END_LINE),
                new Ahead("A013", Ahead.Why.PRIORITY, Service.END_LINE),
                new Ahead("A011", Ahead.Why.LET_PASS, Service.END_LINE))
            : List.of(),
        place > 1 ? 2 : 0,
        true,
        place > 1,
        "");
  }
}
