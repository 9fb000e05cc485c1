package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import io.onhook.stand.Http;
import io.onhook.stand.Place;
import io.onhook.stand.Ports;
import io.onhook.stand.Screen;
import io.onhook.stand.Service;
import io.onhook.stand.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The British way, in a service of its own: a code ends nothing, its redemption ends the line. */
@ExtendWith(WalkStand.Shared.class)
class SwitchingWalkTest {
  private static final String PAC = "[A-Z]{3}\\d{6}";

  private final WalkStand stand = WalkStand.get();
  @TempDir Path folder;

  @Test
  void leavesByACodeThatTheNewOperatorRedeems() throws IOException {
    Path packs = Files.createDirectory(folder.resolve("packs"));
    // The sandbox's operator bills in yuan.
    String british =
        Files.readString(
            stand.place().home().resolve("app/src/main/java/io/onhook/policy/packs/uk.yaml"));
    Files.writeString(
        packs.resolve("uk-in-yuan.yaml"),
        british
            .replace("\nid: uk\n", "\nid: uk-in-yuan\n")
            .replace("\ncurrency: GBP\n", "\ncurrency: CNY\n"));
    var place = new Place(stand.place().home(), folder.resolve("data"));
    try (Service service =
            Service.start(
                place,
                stand.up().operator(),
                Ports.anyFree(),
                List.of("--onhook.pack=uk-in-yuan", "--onhook.packs=" + packs));
        Browser browser = new Browser(service.address(), Path.of("target/pictures"));
        Visit holder = browser.visit("switching", "en-GB", true, true)) {
      Subject subject = stand.subject("L-0079");
      new HolderForm(stand, holder, subject).signIn();
      holder.look("line").click("a[href='/line/switch']").look("switch");
      holder.click("button[value=info]").look("switch-info");
      holder.open("/line/switch").click("button[value=pac]").look("switch-pac");
      String code = holder.text(".govuk-panel__title").strip();
      assertThat(code).matches(PAC);
      assertThat(holder.open("/line").has("a[href='/cancel/next']")).as("nothing ended").isTrue();

      var walk = new Walk(service.address(), subject, new Screen(System.out), steps -> {});
      var redemption = Map.of("number", "+" + subject.msisdn(), "code", code);
      String reference =
          new Http(service.address(), Walk.CLIENT)
              .post("/api/v1/switching-codes/redemptions", redemption, Map.of())
              .json()
              .path("reference")
              .asString();
      holder.open("/track/" + reference).look("switching");
      walk.byAnotherWay().follow(reference);
      holder.find("a[href$='/certificate']").waitFor();
    }
  }
}
