package io.onhook.counter;

import static io.onhook.web.Renderer.Reader.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.branch.CallAnswer;
import io.onhook.branch.Office;
import io.onhook.branch.OpeningHours;
import io.onhook.branch.Place;
import io.onhook.branch.ServeAnswer;
import io.onhook.branch.Service;
import io.onhook.branch.TakeAnswer;
import io.onhook.branch.Ticket;
import io.onhook.branch.TicketState;
import io.onhook.branch.Window;
import io.onhook.branch.WindowAnswer;
import io.onhook.policy.Text;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clerk's pages, in each of staff's languages, and what is said to each answer. */
class CounterPagesTest {
  static final Office OFFICE =
      new Office(
          "bj-one",
          new Text(Map.of("zh-CN", "一号厅", "en", "Office One")),
          new Text(Map.of("zh-CN", "区", "en", "District")),
          new Text(Map.of("zh-CN", "路", "en", "Road")),
          new Place(39.9, 116.4),
          ZoneId.of("Asia/Shanghai"),
          OpeningHours.of("Mo-Su 09:00-18:00", Set.of()),
          Set.of(Service.END_LINE, Service.ESIM),
          4);
  static final Window WINDOW =
      new Window("bj-one", 3, "lin", Set.of(Service.END_LINE), false, Samples.NOW);

  private final Renderer renderer = new Renderer();

  static Ticket ticket(int number, TicketState state) {
    return new Ticket(
        number,
        "token" + number,
        "bj-one",
        LocalDate.of(2026, 11, 22),
        Service.END_LINE,
        'A',
        number,
        "kiosk",
        Language.EN,
        number % 2 == 0,
        number % 2 == 0 ? Optional.of(Samples.REFERENCE) : Optional.empty(),
        Samples.NOW,
        null,
        Samples.NOW,
        0,
        state,
        state == TicketState.WAITING ? null : 3,
        1,
        Samples.NOW,
        null,
        null);
  }

  private static Map<String, Object> desk(Language language) {
    var model = Samples.model(language);
    model.put("window", WINDOW);
    model.put("serves", List.of(Service.END_LINE));
    model.put("office", OFFICE);
    model.put("problems", Problems.NONE);
    model.put("services", List.of(new Option("end-line", "A", null)));
    model.put("waiting", List.of(new Desk.Row(ticket(7, TicketState.WAITING), 12, true)));
    model.put("count", 1);
    model.put("forMe", 1);
    model.put("held", List.of(ticket(5, TicketState.HELD)));
    model.put("colleagues", List.of(WINDOW));
    model.put("place", "bj-one");
    model.put("shown", "");
    model.put("gone", false);
    return model;
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void offersAtEachMomentWhatCanBeDoneEachByAKey(Language language) {
    var model = desk(language);
    assertThat(page("counter/desk", language, model))
        .contains("accesskey=\"n\"")
        .contains("/staff/counter/acts/call")
        .contains("A007")
        .contains("A005")
        .doesNotContain("/staff/counter/acts/finish");
    model.put("present", ticket(4, TicketState.CALLED));
    model.put("shown", "A004");
    model.put("gone", true);
    model.put("said", Said.of(new CallAnswer.Called(ticket(4, TicketState.CALLED))));
    assertThat(page("counter/desk", language, model))
        .contains("A004")
        .contains(Samples.REFERENCE.text())
        .contains("/staff/counter/acts/begin")
        .contains("/staff/counter/acts/no-show")
        .contains("data-live=\"/branches/bj-one/live\"")
        .contains("data-part=\"/staff/counter/queue?shown=A004\"")
        .doesNotContain("/staff/counter/acts/call");
    model.put("present", ticket(4, TicketState.SERVING));
    model.put("problems", new Problems().add("label", "ticket-label.form"));
    model.put("label", "typed<");
    assertThat(page("counter/desk", language, model))
        .contains("/staff/counter/acts/finish")
        .contains("/staff/counter/visits")
        .doesNotContain("/staff/counter/acts/begin")
        .doesNotContain("/staff/counter/acts/no-show")
        .contains("typed&lt;")
        .contains("href=\"#label\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void keepsWhatWasTypedAboutAWindow(Language language) {
    var model = Samples.model(language);
    model.put("fields", new WindowController.Fields("bj-one", "77", List.of("esim")));
    model.put("offices", List.of(new Option("bj-one", "One", "4")));
    model.put("services", List.of(new Option("esim", "eSIM", null)));
    model.put("problems", new Problems().add("number", "window.taken-by", "wang"));
    assertThat(page("counter/window", language, model))
        .contains("value=\"77\"")
        .contains("wang")
        .contains("checked=\"checked\"");
    model.put("offices", List.of());
    assertThat(page("counter/window", language, model)).contains("onhook.branch.offices");
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void everyAnswerIsSaidInWords(Language language) {
    Ticket ticket = ticket(1, TicketState.CALLED);
    var said = new ArrayList<Said>();
    said.add(Said.of(new CallAnswer.Called(ticket)));
    said.add(Said.of(new CallAnswer.NobodyWaits()));
    said.add(Said.of(new CallAnswer.NotFinished(ticket)));
    said.add(Said.of(new CallAnswer.NoWindow()));
    for (String act :
        List.of(
            "recall", "begin", "no-show", "hold", "finish", "transfer", "resume", "come-back")) {
      said.add(Said.of(act, new ServeAnswer.Now(ticket)));
      said.add(Said.of(act, new ServeAnswer.NoSuchTicket()));
    }
    Arrays.stream(TicketState.values())
        .map(state -> Said.of("hold", new ServeAnswer.Otherwise(ticket(2, state))))
        .forEach(said::add);
    said.add(Said.of("no-show", new ServeAnswer.CallAgain(1)));
    said.add(Said.of("hold", new ServeAnswer.NoWindow()));
    said.add(Said.of(new WindowAnswer.Opened(WINDOW)));
    said.add(Said.of(new WindowAnswer.TakenBy("wang")));
    said.add(Said.of(new WindowAnswer.SitsAt("bj-one", 2)));
    said.add(Said.of(new WindowAnswer.NoSuchWindow()));
    var say = Samples.say(language);
    said.add(Said.of(new TakeAnswer.Taken(ticket), say));
    said.add(Said.of(new TakeAnswer.HasOne(ticket), say));
    said.add(Said.of(new TakeAnswer.Closed(Optional.empty()), say));
    said.add(
        Said.of(
            new TakeAnswer.Closed(Optional.of(ZonedDateTime.ofInstant(Samples.NOW, say.zone()))),
            say));
    said.add(Said.of(new TakeAnswer.NoSuchOffice(), say));
    said.add(Said.of(new TakeAnswer.NotServedHere(), say));
    said.add(Said.of(new TakeAnswer.TooMany(2), say));
    said.addAll(List.of(Said.done("break"), Said.done("back"), Said.done("closed-window")));
    for (Said one : said) {
      assertThat(
              renderer
                  .texts()
                  .getMessage("counter.said." + one.key(), one.arguments(), language.locale()))
          .as(one.key())
          .isNotBlank()
          .doesNotContain("{");
    }
  }

  private String page(String template, Language language, Map<String, Object> model) {
    String html = renderer.render(template, "/staff/counter", language, STAFF, model);
    assertThat(html).doesNotContain("??");
    return html;
  }
}
