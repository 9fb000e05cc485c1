package io.onhook.lobby;

import io.onhook.branch.Call;
import io.onhook.branch.Hall;
import io.onhook.policy.Packs;
import io.onhook.shared.Language;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * The board on the wall: which ticket goes to which window. It speaks all of the place's languages
 * at once, since nobody can choose one.
 */
@Controller
class BoardController {
  /** So many calls are read from across the room. */
  private static final int LARGE = 5;

  private final Showing showing;
  private final ScreenDoor door;
  private final Packs packs;
  private final ITemplateEngine templates;
  private final Map<String, Drawn> drawings = new ConcurrentHashMap<>();

  BoardController(Showing showing, ScreenDoor door, Packs packs, ITemplateEngine templates) {
    this.showing = showing;
    this.door = door;
    this.packs = packs;
    this.templates = templates;
  }

  /** The calls of an office at one moment, as all its boards show them. */
  private record Drawn(Hall of, String html) {}

  @GetMapping("/board/{office}")
  String board(
      @PathVariable("office") String code,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Hall hall = showing.hall(code);
    if (!door.admits(request)) {
      return ScreenController.locked(hall.office().code(), "board", door, model, response);
    }
    show(hall, model);
    model.addAttribute("name", hall.office().name());
    model.addAttribute("zone", hall.office().zone().getId());
    return "lobby/board";
  }

  /**
   * The part of it that moves: nobody's data, so no key is asked for each time. It is the same for
   * all boards of an office, and made once.
   */
  @GetMapping(path = "/board/{office}/calls", produces = "text/html;charset=UTF-8")
  ResponseEntity<String> calls(
      @PathVariable("office") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Hall hall = showing.hall(code);
    Drawn drawn =
        drawings.compute(
            hall.office().code(),
            (office, last) ->
                last != null && last.of() == hall
                    ? last
                    : new Drawn(hall, draw(hall, request, response)));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(drawn.html());
  }

  private String draw(Hall hall, HttpServletRequest request, HttpServletResponse response) {
    var model = new ExtendedModelMap();
    show(hall, model);
    var exchange =
        JakartaServletWebApplication.buildApplication(request.getServletContext())
            .buildExchange(request, response);
    return templates.process(
        "lobby/calls",
        Set.of("calls"),
        new WebContext(exchange, spoken().getFirst().locale(), model));
  }

  private void show(Hall hall, Model model) {
    List<Call> calls = hall.calls();
    model.addAttribute("office", hall.office().code());
    model.addAttribute("calls", calls.stream().limit(LARGE).toList());
    model.addAttribute("earlier", calls.stream().skip(LARGE).toList());
    model.addAttribute("waiting", hall.waiting());
    model.addAttribute("windows", hall.windows());
    model.addAttribute("spoken", spoken());
  }

  /** Chinese and English, and what the law of the place speaks. */
  private List<Language> spoken() {
    return packs.current().spoken();
  }
}
