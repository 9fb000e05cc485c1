package io.onhook.access;

import io.onhook.line.Line;
import io.onhook.notice.Notice;
import io.onhook.notice.Notice.Channel;
import io.onhook.notice.Notice.Route;
import io.onhook.notice.Template;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Tells every contact of an account what happens to it: a sign-in without the line, for one. */
final class AllContacts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Vault vault;
  private final BiConsumer<List<Notice>, Actor> notices;

  /**
   * @param notices sends them durably
   */
  AllContacts(Vault vault, BiConsumer<List<Notice>, Actor> notices) {
    this.vault = vault;
    this.notices = notices;
  }

  record Told(String number, Language language, List<Route> routes) {}

  /** What is to be told should this attempt succeed: kept with its code, addresses sealed. */
  String of(String attempt, Line line, Language language) {
    List<Route> routes =
        Stream.concat(
                line.phones().stream().map(phone -> route(attempt, Channel.SMS, phone.e164())),
                line.holder().email().map(mail -> route(attempt, Channel.EMAIL, mail)).stream())
            .toList();
    return JSON.writeValueAsString(new Told(line.msisdn().masked(), language, routes));
  }

  private Route route(String attempt, Channel channel, String address) {
    return new Route(channel, vault.seal(CodeDesk.key(attempt), address));
  }

  /** It has succeeded. In the caller's transaction: who is in, is told of. */
  void tell(String attempt, String kept, HolderPrincipal holder) {
    tell("sign-in/" + attempt, kept, Template.SIGNED_IN_OTHERWISE, holder.actor());
  }

  /**
   * Tells all of them this.
   *
   * @param id of the notices: stable
   */
  void tell(String id, String kept, Template template, Actor actor) {
    Told told = JSON.readValue(kept, Told.class);
    var all = new ArrayList<Notice>();
    for (Route route : told.routes()) {
      all.add(
          new Notice(
              id + "-" + (all.size() + 1),
              template.text(),
              told.language(),
              route.channel(),
              route.address(),
              Map.of("number", told.number())));
    }
    notices.accept(all, actor);
  }
}
