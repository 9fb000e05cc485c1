package io.onhook.lobby;

import io.onhook.branch.Call;
import io.onhook.branch.Hall;
import io.onhook.policy.Packs;
import io.onhook.shared.Language;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

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

  BoardController(Showing showing, ScreenDoor door, Packs packs) {
    this.showing = showing;
    this.door = door;
    this.packs = packs;
  }

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
    return "lobby/board";
  }

  /** The part of it that moves: nobody's data, so no key is asked for each time. */
  @GetMapping("/board/{office}/calls")
  String calls(@PathVariable("office") String code, Model model) {
    show(showing.hall(code), model);
    return "lobby/calls :: calls";
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
