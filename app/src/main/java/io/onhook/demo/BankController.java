package io.onhook.demo;

import io.onhook.demo.history.OperatorBank;
import io.onhook.demo.history.Pace;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes the sandbox's bank quick or slow. */
@Controller
@Profile("sandbox")
class BankController {
  private final OperatorBank bank;

  BankController(OperatorBank bank) {
    this.bank = bank;
  }

  @PostMapping("/demo/bank")
  String pace(@RequestParam("pace") Pace pace, RedirectAttributes next) {
    next.addFlashAttribute("said", bank.take(pace.takes()) ? pace.key() : "silent");
    return "redirect:/demo#bank";
  }
}
