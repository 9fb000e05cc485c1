package io.onhook.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onhook.cancellation.Bound;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.PromisedDates;
import io.onhook.cancellation.StepView;
import io.onhook.shared.CaseReference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cancellation as it stands.
 *
 * @param reference what people quote
 * @param number masked
 * @param plan the subscription's name
 * @param receivedAt the time of receipt
 * @param line where the line stands: {@code in-review}, {@code your-turn}, {@code scheduled},
 *     {@code being-ended}, {@code ended}, {@code retracted} or {@code not-approved}
 * @param money where the money stands: {@code to-pay}, {@code being-settled}, {@code on-its-way},
 *     {@code arrived} or {@code nothing-open}
 * @param dates what was promised
 * @param endedAt when the network let go of the line
 * @param finalBalance positive is owed, negative is credit
 * @param refund the credit that goes back
 * @param next what happens next
 * @param nextAt when, if that is known
 * @param retractable whether it can be taken back now
 * @param decision which step waits for a decision
 * @param notApproved why it was not approved
 * @param certificate its number, once it is issued
 * @param main the case of the main line that this one ends with
 * @param dependants what hung on the line, and what becomes of it
 * @param steps every step in order, with its state and times
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CancellationBody(
    String reference,
    String number,
    String plan,
    Instant receivedAt,
    String line,
    String money,
    Dates dates,
    @Nullable Instant endedAt,
    @Nullable Amount finalBalance,
    @Nullable Amount refund,
    @Nullable String next,
    @Nullable Instant nextAt,
    boolean retractable,
    @Nullable String decision,
    @Nullable NotApproved notApproved,
    @Nullable String certificate,
    @Nullable String main,
    List<Dependant> dependants,
    List<Step> steps) {

  /**
   * What hung on the line, and what becomes of it.
   *
   * @param product its id
   * @param choice {@code cancel}, {@code promote} or {@code keep}
   * @param reference of its own case, where it has one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Dependant(
      @Schema(example = "L-0008") String product,
      @Schema(example = "副卡 ••••0008") String name,
      @Schema(allowableValues = {"line", "product"}) String kind,
      @Schema(allowableValues = {"cancel", "promote", "keep"}) String choice,
      @Schema(example = "7K3QW-M5T2P") @Nullable String reference) {
    static Dependant of(Bound.Hung it) {
      var what = it.dependant();
      return new Dependant(
          what.id().value(),
          what.name(),
          what.isLine() ? "line" : "product",
          what.fate().key(),
          it.reference().map(CaseReference::text).orElse(null));
    }
  }

  /**
   * What was promised.
   *
   * @param decideBy until when it is decided, where something is
   * @param windowClosesAt until when it can simply be taken back
   * @param endsAt until here the line works and is billed as usual
   * @param refundBy until when a credit has arrived
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Dates(
      @Nullable Instant decideBy, Instant windowClosesAt, Instant endsAt, Instant refundBy) {
    static Dates of(PromisedDates dates) {
      return new Dates(dates.decideBy(), dates.windowClosesAt(), dates.endsAt(), dates.refundBy());
    }
  }

  /** Why not: stable codes, and the reviewer's own words. */
  record NotApproved(List<String> reasons, String text) {}

  /**
   * One step.
   *
   * @param state {@code ahead}, {@code running}, {@code waiting}, {@code decision}, {@code parked},
   *     {@code done}, {@code undone} or {@code never}
   * @param at when it was done or undone
   * @param until when a waiting one goes on by itself
   * @param why why it waits
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Step(
      String name,
      String state,
      @Nullable Instant at,
      @Nullable Instant until,
      @Nullable String why) {
    static Step of(StepView step) {
      return new Step(step.name(), Wire.key(step.state()), step.at(), step.until(), step.why());
    }
  }

  static CancellationBody of(CancellationView view) {
    CancellationView.NotApproved no = view.notApproved();
    return new CancellationBody(
        view.reference().text(),
        view.maskedNumber(),
        view.planName(),
        view.receivedAt(),
        view.lineTrack().key(),
        view.moneyTrack().key(),
        Dates.of(view.dates()),
        view.endedAt().orElse(null),
        Amount.orNull(view.finalBalance()),
        Amount.orNull(view.refund()),
        view.next().orElse(null),
        view.nextAt().orElse(null),
        view.retractable(),
        view.decision().orElse(null),
        no == null ? null : new NotApproved(no.codes(), no.text()),
        view.certificate().orElse(null),
        view.bound().main().map(CaseReference::text).orElse(null),
        view.bound().dependants().stream().map(Dependant::of).toList(),
        view.steps().stream().map(Step::of).toList());
  }
}
