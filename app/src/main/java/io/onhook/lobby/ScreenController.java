package io.onhook.lobby;

import io.onhook.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets a device in, once, by the key that the operator set. */
@Controller
class ScreenController {
  private final Showing showing;
  private final ScreenDoor door;

  ScreenController(Showing showing, ScreenDoor door) {
    this.showing = showing;
    this.door = door;
  }

  @PostMapping("/branches/{office}/screen")
  String unlock(
      @PathVariable("office") String office,
      @RequestParam(name = "to", defaultValue = "board") String to,
      @RequestParam(name = "key", defaultValue = "") String key,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String code = showing.office(office).code();
    String kind = to.equals("kiosk") ? "kiosk" : "board";
    if (door.unlock(key, request, response)) {
      return "redirect:/" + kind + "/" + code;
    }
    model.addAttribute("problems", new Problems().add("key", "screen-key.wrong"));
    return locked(code, kind, door, model, response);
  }

  /** The page in place of one that this device may not open. */
  static String locked(
      String office, String kind, ScreenDoor door, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.FORBIDDEN.value());
    model.addAttribute("office", office);
    model.addAttribute("kind", kind);
    model.addAttribute("hasKey", door.hasKey());
    return "lobby/locked";
  }
}
