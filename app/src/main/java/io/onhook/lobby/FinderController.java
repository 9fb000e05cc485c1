package io.onhook.lobby;

import io.onhook.access.HolderPrincipal;
import io.onhook.branch.Office;
import io.onhook.web.Say;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds an office. A position never leaves the browser: the page sorts itself. What is typed is a
 * place's name and stands in the address, so that the page can be kept and shared.
 */
@Controller
class FinderController {
  private static final int LONGEST = 80;

  private final Showing showing;
  private final OwnCase own;
  private final LobbySettings settings;

  FinderController(Showing showing, OwnCase own, LobbySettings settings) {
    this.showing = showing;
    this.own = own;
    this.settings = settings;
  }

  @GetMapping("/branches")
  String all(
      @RequestParam(name = "q", defaultValue = "") String typed,
      @ModelAttribute("say") Say say,
      Model model) {
    String words = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    List<OfficePage> found = showing.found(words, say);
    model.addAttribute("words", words);
    model.addAttribute("named", showing.named(words));
    model.addAttribute("offices", found);
    model.addAttribute("map", DrawnMap.of(found));
    model.addAttribute("tiles", settings.tiles());
    model.addAttribute("credit", settings.tilesCredit());
    return "lobby/branches";
  }

  @GetMapping("/branches/{office}")
  String one(
      @PathVariable("office") String code,
      @AuthenticationPrincipal @Nullable HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      Model model) {
    Office office = showing.office(code);
    OfficePage page = showing.page(office, say);
    model.addAttribute("it", page);
    model.addAttribute("map", DrawnMap.of(List.of(page)));
    model.addAttribute("tiles", settings.tiles());
    model.addAttribute("credit", settings.tilesCredit());
    model.addAttribute("own", own.of(holder).orElse(null));
    return "lobby/branch";
  }

  /** The part of an office's page that moves. */
  @GetMapping("/branches/{office}/now")
  String now(@PathVariable("office") String code, @ModelAttribute("say") Say say, Model model) {
    model.addAttribute("it", showing.page(showing.office(code), say));
    return "lobby/now :: now";
  }
}
