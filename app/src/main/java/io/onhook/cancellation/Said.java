package io.onhook.cancellation;

import tools.jackson.databind.json.JsonMapper;

/**
 * A decision as its signal carries it. Reasons and words stay with the verdict in the work list.
 */
record Said(boolean approved) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Said of(String payload) {
    return JSON.readValue(payload, Said.class);
  }

  String payload() {
    return JSON.writeValueAsString(this);
  }
}
