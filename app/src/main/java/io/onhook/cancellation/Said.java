package io.onhook.cancellation;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A decision as its signal carries it, and so the journal. A reviewer's own words stay with the
 * verdict in the work list: they may name people.
 *
 * @param reasons keys of {@link ReviewDecision.Reason}; none if approved
 */
record Said(boolean approved, List<String> reasons) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Said of(String payload) {
    return JSON.readValue(payload, Said.class);
  }

  String payload() {
    return JSON.writeValueAsString(this);
  }
}
