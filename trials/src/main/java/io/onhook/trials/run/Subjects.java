package io.onhook.trials.run;

import io.onhook.trials.field.Field;
import io.onhook.trials.plan.Plan;
import io.onhook.trials.plan.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Gives plans lines of their own at the operator. */
final class Subjects {
  private final Field field;
  private int next;

  /** The first line has this number. */
  Subjects(Field field, int first) {
    this.field = field;
    this.next = first;
  }

  /** One for each plan. */
  List<Subject> of(List<Plan> plans) {
    Map<String, List<Plan>> bySituation = new LinkedHashMap<>();
    plans.forEach(
        plan -> bySituation.computeIfAbsent(plan.situation(), _ -> new ArrayList<>()).add(plan));
    var subjects = new ArrayList<Subject>();
    bySituation.forEach((situation, alike) -> subjects.addAll(of(situation, alike)));
    return subjects;
  }

  private List<Subject> of(String situation, List<Plan> plans) {
    JsonNode made =
        field.control(
            "/sandbox/lines", Map.of("situation", situation, "first", next, "count", plans.size()));
    var subjects = new ArrayList<Subject>();
    for (int i = 0; i < plans.size(); i++) {
      subjects.add(subject(plans.get(i), next + i, made.path(i)));
    }
    next += plans.size();
    return subjects;
  }

  private static Subject subject(Plan plan, int number, JsonNode made) {
    return new Subject(
        plan,
        number,
        made.path("id").asString(),
        made.path("account").asString(),
        made.path("msisdn").asString(),
        made.path("imsi").asString(),
        made.path("holder").asString(),
        made.path("party").asString(),
        made.path("document").asString(),
        made.path("email").asString());
  }
}
