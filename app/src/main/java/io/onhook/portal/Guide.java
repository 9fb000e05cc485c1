package io.onhook.portal;

import io.onhook.policy.Acting;
import io.onhook.policy.Gate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.Pack;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.policy.Way;
import io.onhook.policy.Wording;
import io.onhook.web.Say;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The whole process in plain words, as the pack in force has it.
 *
 * @param start words of the button that leads in; empty for our own
 * @param application whether somebody decides
 * @param decideWithin until when
 * @param window how long it can simply be taken back; empty for none
 * @param refundWithin until when money is back
 * @param quarantine how long the number rests
 * @param ways how one can ask
 * @param roles who may ask, with which papers
 * @param gates what may stand in the way
 * @param cares what to do before
 * @param number what becomes of the number
 * @param refund what becomes of the money
 * @param regulator where to complain
 */
public record Guide(
    String start,
    boolean application,
    String decideWithin,
    String window,
    String refundWithin,
    String quarantine,
    List<WayIn> ways,
    List<Role> roles,
    List<Obstacle> gates,
    List<Care> cares,
    String number,
    String refund,
    Place regulator) {

  /** One way to ask. {@code key} names its picture. */
  public record WayIn(String key, boolean open, String text) {}

  /** Who may ask. {@code key} names it among the messages. */
  public record Role(String key, String text, List<Named> papers) {}

  /** A thing with its name. */
  public record Named(String title, String text) {}

  /** What may stand in the way, in the pack's words. */
  public record Obstacle(Gate gate, GateEffect effect, String title, String rule, String remedy) {}

  /** Something to do before. {@code key} names its picture. */
  public record Care(String key, String text) {}

  /** Where to turn to. */
  public record Place(String name, String website, String phone, String text) {}

  /** The guide of this pack, in this language. */
  public static Guide of(Pack pack, Say say) {
    return new Guide(
        say.text(pack.wording(Wording.START)),
        pack.isApplication(),
        say.term(pack.request().review().deadline()),
        pack.end().withdrawalWindow().isNone() ? "" : say.term(pack.end().withdrawalWindow()),
        say.term(pack.money().refundDeadline()),
        say.term(pack.number().quarantine()),
        Arrays.stream(Way.values()).flatMap(way -> way(pack, way, say)).toList(),
        Arrays.stream(Acting.values()).flatMap(role -> role(pack, role, say)).toList(),
        Arrays.stream(Gate.values()).flatMap(gate -> obstacle(pack, gate, say)).toList(),
        cares(pack, say),
        say.text(pack.wording(Wording.NUMBER)),
        say.text(pack.wording(Wording.REFUND)),
        new Place(
            say.text(pack.regulator().name()),
            pack.regulator().website(),
            pack.regulator().phone(),
            say.text(pack.regulator().text())));
  }

  private static Stream<WayIn> way(Pack pack, Way way, Say say) {
    var rule = pack.ways().get(way);
    return rule == null
        ? Stream.empty()
        : Stream.of(
            new WayIn(way.name().toLowerCase(Locale.ROOT), rule.open(), say.text(rule.text())));
  }

  private static Stream<Role> role(Pack pack, Acting acting, Say say) {
    var rule = pack.actors().get(acting);
    return rule == null || !rule.allowed()
        ? Stream.empty()
        : Stream.of(
            new Role(
                acting.name().toLowerCase(Locale.ROOT),
                say.text(rule.text()),
                rule.papers().stream().map(paper -> named(pack, paper, say)).toList()));
  }

  private static Named named(Pack pack, Paper paper, Say say) {
    var rule = Objects.requireNonNull(pack.papers().get(paper), paper::key);
    return new Named(say.text(rule.title()), say.text(rule.text()));
  }

  private static Stream<Obstacle> obstacle(Pack pack, Gate gate, Say say) {
    var rule = pack.gate(gate);
    return rule.effect() == GateEffect.ABSENT
        ? Stream.empty()
        : Stream.of(
            new Obstacle(
                gate,
                rule.effect(),
                say.text(rule.title()),
                say.text(rule.rule()),
                say.text(rule.remedy())));
  }

  private static List<Care> cares(Pack pack, Say say) {
    return Stream.of(
            care("save", pack.wording(Wording.BACK_UP), say),
            care("link", pack.wording(Wording.UNBIND), say),
            care("sim", pack.wording(Wording.SIM), say),
            care("seal", pack.wording(Wording.KEEP_PROOF), say))
        .filter(care -> !care.text().isEmpty())
        .toList();
  }

  private static Care care(String key, Text text, Say say) {
    return new Care(key, say.text(text));
  }
}
