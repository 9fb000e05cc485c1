package io.onhook.backoffice;

import io.onhook.cancellation.Cancellations;
import io.onhook.worklist.WorkQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which reviews a reviewer wants to see, as it stands in the address. What is unknown there narrows
 * nothing.
 *
 * @param step one of {@link #STEPS}, or empty
 * @param state one of {@link #STATES}; the first one unless said
 * @param way one of {@link #WAYS}, or empty
 * @param overdue only those over their time
 * @param mine only what this reviewer has
 * @param from how many are left out at the beginning
 */
record ReviewFilter(
    @Nullable String step,
    @Nullable String state,
    @Nullable String way,
    boolean overdue,
    boolean mine,
    int from) {
  /** What is decided: the request, or a final bill that differs from the quote. */
  static final List<String> STEPS = List.of("review", "settle");

  static final List<String> STATES = List.of("to-do", "free", "claimed", "second", "waiting");

  /** How requests come in. */
  static final List<String> WAYS = List.of("web", "branch", "phone", "text", "api");

  /** How many are shown at once. */
  static final int PAGE = 50;

  /**
   * A choice.
   *
   * @param text key of its words
   * @param href where it leads
   * @param on whether it is in force
   */
  record Choice(String text, String href, boolean on) {}

  /** One row of choices, of which one is in force. */
  record Group(String text, List<Choice> choices) {}

  ReviewFilter {
    step = step != null && STEPS.contains(step) ? step : "";
    state = state != null && STATES.contains(state) ? state : STATES.getFirst();
    way = way != null && WAYS.contains(way) ? way : "";
    from = Math.max(0, from);
  }

  WorkQuery query(String staff, Instant now) {
    WorkQuery query =
        WorkQuery.decisionsOf(Cancellations.PROCESS)
            .in(WorkQuery.State.valueOf(state().toUpperCase(Locale.ROOT).replace('-', '_')));
    query = step().isEmpty() ? query : query.atStep(step());
    query = way().isEmpty() ? query : query.labelled(way());
    query = overdue ? query.overdue(now) : query;
    return mine ? query.of(staff) : query;
  }

  @Override
  public String step() {
    return step == null ? "" : step;
  }

  @Override
  public String state() {
    return state == null ? "" : state;
  }

  @Override
  public String way() {
    return way == null ? "" : way;
  }

  /** Whether it leaves anything out. */
  public boolean narrows() {
    return !step().isEmpty()
        || !state().equals(STATES.getFirst())
        || !way().isEmpty()
        || overdue
        || mine;
  }

  /** All rows of choices, each of which keeps the others. */
  List<Group> groups() {
    return List.of(
        new Group(
            "review.filter.step",
            choices(step(), STEPS, true, "review.filter.step.", this::withStep)),
        new Group(
            "review.filter.state",
            choices(state(), STATES, false, "review.filter.state.", this::withState)),
        new Group(
            "review.filter.way", choices(way(), WAYS, true, "review.filter.way.", this::withWay)),
        new Group(
            "review.filter.only",
            List.of(
                new Choice(
                    "review.filter.only.overdue",
                    new ReviewFilter(step, state, way, !overdue, mine, 0).href(),
                    overdue),
                new Choice(
                    "review.filter.only.mine",
                    new ReviewFilter(step, state, way, overdue, !mine, 0).href(),
                    mine))));
  }

  private static List<Choice> choices(
      String now,
      List<String> values,
      boolean any,
      String texts,
      Function<String, ReviewFilter> with) {
    List<String> all = any ? Stream.concat(Stream.of(""), values.stream()).toList() : values;
    return all.stream()
        .map(
            value ->
                new Choice(
                    value.isEmpty() ? "review.filter.all" : texts + value,
                    with.apply(value).href(),
                    value.equals(now)))
        .toList();
  }

  private ReviewFilter withStep(String other) {
    return new ReviewFilter(other, state, way, overdue, mine, 0);
  }

  private ReviewFilter withState(String other) {
    return new ReviewFilter(step, other, way, overdue, mine, 0);
  }

  private ReviewFilter withWay(String other) {
    return new ReviewFilter(step, state, other, overdue, mine, 0);
  }

  /** The page behind this one, if there are so many. */
  Optional<String> next(int count) {
    return from + PAGE < count
        ? Optional.of(new ReviewFilter(step, state, way, overdue, mine, from + PAGE).href())
        : Optional.empty();
  }

  /** The page before this one. */
  Optional<String> previous() {
    return from == 0
        ? Optional.empty()
        : Optional.of(new ReviewFilter(step, state, way, overdue, mine, from - PAGE).href());
  }

  String href() {
    var address = UriComponentsBuilder.fromPath("/staff/reviews");
    if (!step().isEmpty()) {
      address.queryParam("step", step());
    }
    if (!state().equals(STATES.getFirst())) {
      address.queryParam("state", state());
    }
    if (!way().isEmpty()) {
      address.queryParam("way", way());
    }
    if (overdue) {
      address.queryParam("overdue", true);
    }
    if (mine) {
      address.queryParam("mine", true);
    }
    if (from > 0) {
      address.queryParam("from", from);
    }
    return address.build().toUriString();
  }
}
