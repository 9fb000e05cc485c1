package io.onhook.policy;

import io.onhook.shared.Language;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every rule that differs from place to place, as one file of reviewed data. Packs are examples to
 * be checked by the operator's lawyers.
 *
 * @param id its name, kebab-case; {@code onhook.pack} chooses by it
 * @param version counts up; a running case keeps its own
 * @param name for people
 * @param languages BCP 47 tags of all texts; {@code zh-CN} and {@code en} at least
 * @param country ISO 3166-1 alpha-2
 * @param currency ISO 4217
 * @param zone where days begin and end
 * @param request declaration or application, and its review
 * @param gates a rule for every gate
 * @param actors a rule for every role
 * @param papers name and description of every paper
 * @param ways a rule for every way
 * @param end when the line ends
 * @param withdrawal the EU's right to withdraw from a contract; null where there is none
 * @param switching codes by which a holder changes the operator; null where there are none
 * @param calendar working days
 * @param money fees, credits, refunds
 * @param simReturn what becomes of the SIM
 * @param number what becomes of the number
 * @param retention how long each kind of data is kept
 * @param wording statutory and customary texts
 * @param linkedAccounts what is commonly bound to a number and is moved to another before the end,
 *     by a stable key
 * @param regulator where to complain
 */
public record Pack(
    String id,
    int version,
    Text name,
    List<String> languages,
    String country,
    String currency,
    ZoneId zone,
    RequestRule request,
    Map<Gate, GateRule> gates,
    Map<Acting, Acting.Rule> actors,
    Map<Paper, Paper.Rule> papers,
    Map<Way, Way.Rule> ways,
    EndRule end,
    @Nullable Withdrawal withdrawal,
    @Nullable Switching switching,
    WorkCalendar calendar,
    MoneyRule money,
    SimReturn simReturn,
    NumberRule number,
    Map<Retention.Kind, Retention> retention,
    Map<Wording, Text> wording,
    @Nullable Map<String, LinkedAccount> linkedAccounts,
    Regulator regulator) {

  /**
   * A kind of account that is commonly bound to a number.
   *
   * @param title what kind
   * @param text examples, and what to look for
   */
  public record LinkedAccount(Text title, Text text) {}

  @Override
  public Map<String, LinkedAccount> linkedAccounts() {
    return linkedAccounts == null ? Map.of() : linkedAccounts;
  }

  /** The gate's rule; absent if the pack has none. */
  public GateRule gate(Gate gate) {
    return Objects.requireNonNullElseGet(gates.get(gate), GateRule::absent);
  }

  public Text wording(Wording which) {
    return Objects.requireNonNullElse(wording.get(which), Text.NONE);
  }

  /**
   * The papers of which this way asks for a copy: the holder's document, and what else this role
   * brings.
   *
   * @param documentKind that the holder is registered with
   */
  public List<Paper> copies(Way way, String documentKind, Acting acting) {
    var rule = ways.get(way);
    var actor = actors.get(acting);
    if (rule == null || actor == null) {
      return List.of();
    }
    return rule.copies().stream()
        .filter(paper -> acting == Acting.HOLDER || actor.papers().contains(paper))
        .filter(
            paper ->
                paper.isHolderIdentity()
                    ? paper.key().equals(documentKind)
                    : actor.papers().contains(paper))
        .toList();
  }

  /** Whether somebody in this role may ask this way. */
  public boolean mayAct(Way way, Acting acting) {
    var rule = ways.get(way);
    var actor = actors.get(acting);
    if (rule == null || !rule.open() || actor == null || !actor.allowed()) {
      return false;
    }
    List<Acting> named = rule.actors();
    return named == null ? way != Way.WEB || acting == Acting.HOLDER : named.contains(acting);
  }

  /** What somebody in this role declares at the end. */
  public Text declaration(Acting acting) {
    var actor = actors.get(acting);
    Text own = actor == null ? null : actor.declaration();
    return own == null ? wording(Wording.DECLARATION) : own;
  }

  /**
   * The papers that prove who a holder is here, in the order of {@link Paper}; all of them where
   * the pack names none, since somebody may be registered with any.
   */
  public List<Paper> identities() {
    List<Paper> all = Arrays.stream(Paper.values()).filter(Paper::isHolderIdentity).toList();
    List<Paper> named = all.stream().filter(papers::containsKey).toList();
    return named.isEmpty() ? all : named;
  }

  /** Whether the holder has to prove who they are by a paper, beside having signed in. */
  public boolean asksIdentity() {
    var rule = actors.get(Acting.HOLDER);
    return rule != null && rule.papers().stream().anyMatch(Paper::isHolderIdentity);
  }

  /** How many sides a copy of this paper shows at least. */
  public int sides(Paper paper) {
    var rule = papers.get(paper);
    return rule == null ? 1 : rule.sides();
  }

  /** Reckons this pack's deadlines. */
  public WorkingDays days() {
    return new WorkingDays(calendar, zone);
  }

  /** The languages of the pack that the product speaks on its screens too, in the pack's order. */
  public List<Language> spoken() {
    return languages.stream()
        .flatMap(tag -> Arrays.stream(Language.values()).filter(it -> it.tag().equals(tag)))
        .toList();
  }

  public boolean isApplication() {
    return request.kind() == RequestRule.Kind.APPLICATION;
  }
}
