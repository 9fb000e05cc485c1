package io.onhook.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.GateFinding;
import io.onhook.cancellation.Hanging;
import io.onhook.policy.Fate;
import io.onhook.policy.Pack;
import io.onhook.settlement.Quote;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a line and its end, what it costs, and when it would end.
 *
 * @param verdict {@code can}, {@code can-for-a-fee}, {@code can-later} or {@code cannot}
 * @param number masked
 * @param plan the subscription's name
 * @param gates what stands in the way or is worth knowing, blocking ones first
 * @param quote the money
 * @param possibleFrom when the last blocking gate opens by itself
 * @param dates what would be promised now
 * @param papers what to have at hand
 * @param advice what to do before the end
 * @param dependants secondary SIMs and bundled products, with what can become of each
 * @param open the case that is under way already
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EligibilityBody(
    String verdict,
    String number,
    String plan,
    List<Gate> gates,
    QuoteBody quote,
    @Nullable Instant possibleFrom,
    CancellationBody.Dates dates,
    List<Paper> papers,
    List<String> advice,
    List<Dependant> dependants,
    @Nullable String open) {

  /**
   * What hangs on the line and has to be decided about.
   *
   * @param product its id, by which the request decides
   * @param name what it is called
   * @param kind {@code line} for a secondary SIM, {@code product} for what is bundled
   * @param choices what the policy pack offers: {@code cancel}, {@code promote}, {@code keep}
   */
  record Dependant(
      @Schema(example = "L-0008") String product,
      @Schema(example = "副卡") String name,
      @Schema(allowableValues = {"line", "product"}) String kind,
      @Schema(example = "[\"cancel\", \"promote\"]") List<String> choices) {
    static Dependant of(Hanging it) {
      return new Dependant(
          it.id().value(),
          it.name(),
          it.isLine() ? "line" : "product",
          it.choices().stream().map(Fate::key).toList());
    }
  }

  /**
   * One gate.
   *
   * @param gate its key
   * @param effect {@code blocks}, {@code costs}, {@code moves-end-date} or {@code warns}
   * @param about names of what it concerns
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Gate(
      String gate,
      String effect,
      String title,
      String rule,
      String remedy,
      @Nullable Amount amount,
      @Nullable Instant freeAt,
      List<String> about) {
    static Gate of(GateFinding finding, Language language) {
      return new Gate(
          finding.gate().key(),
          Wire.key(finding.effect()),
          finding.title().in(language),
          finding.rule().in(language),
          finding.remedy().in(language),
          Amount.orNull(finding.amount()),
          finding.freeAt(),
          finding.about());
    }
  }

  /** What is to be brought. */
  record Paper(String paper, String title, String text) {}

  /**
   * The money: always owed + fees - offset - refundable - writtenOff = toPay - toRefund.
   *
   * @param lines every amount with its reason; positive is owed by the holder
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record QuoteBody(
      Amount owed,
      Amount fees,
      Amount offset,
      Amount refundable,
      Amount kept,
      Amount unclear,
      Amount writtenOff,
      Amount toPay,
      Amount toRefund,
      @Nullable Instant refundBy,
      List<Line> lines) {
    /** One amount. */
    record Line(String kind, String key, String text, String why, Amount amount) {}

    static QuoteBody of(Quote quote, Language language) {
      return new QuoteBody(
          Amount.of(quote.owed()),
          Amount.of(quote.fees()),
          Amount.of(quote.offset()),
          Amount.of(quote.refundable()),
          Amount.of(quote.kept()),
          Amount.of(quote.unclear()),
          Amount.of(quote.writtenOff()),
          Amount.of(quote.toPay()),
          Amount.of(quote.toRefund()),
          quote.refundBy(),
          quote.lines().stream()
              .map(
                  line ->
                      new Line(
                          Wire.key(line.kind()),
                          line.key(),
                          line.text().in(language),
                          line.why().in(language),
                          Amount.of(line.amount())))
              .toList());
    }
  }

  static EligibilityBody of(CheckAnswer.Checked checked, Pack pack, Language language) {
    var eligibility = checked.eligibility();
    return new EligibilityBody(
        Wire.key(eligibility.verdict()),
        checked.line().msisdn().masked(),
        checked.line().planName(),
        eligibility.findings().stream().map(finding -> Gate.of(finding, language)).toList(),
        QuoteBody.of(eligibility.quote(), language),
        eligibility.possibleFrom(),
        CancellationBody.Dates.of(checked.dates()),
        eligibility.needed().papers().stream()
            .map(
                needed ->
                    new Paper(
                        needed.paper().key(),
                        needed.title().in(language),
                        needed.text().in(language)))
            .toList(),
        eligibility.needed().advice().stream().map(text -> text.in(language)).toList(),
        Hanging.of(pack, checked.line()).stream().map(Dependant::of).toList(),
        checked.open().map(CaseReference::text).orElse(null));
  }
}
