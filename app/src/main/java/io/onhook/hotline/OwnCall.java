package io.onhook.hotline;

import io.onhook.access.StaffPrincipal;
import io.onhook.call.Call;
import io.onhook.call.Calls;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The call that a page's address names, if it is this agent's; a colleague's does not exist. */
@Component
final class OwnCall {
  private final Calls calls;

  OwnCall(Calls calls) {
    this.calls = calls;
  }

  /**
   * @throws ResponseStatusException 404 if there is none
   */
  Call find(StaffPrincipal agent, String id) {
    return calls
        .find(id, agent.actor())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /**
   * The caller, while they count as checked.
   *
   * @throws ResponseStatusException 404 if they do not
   */
  Call.Caller caller(Call call) {
    return calls.caller(call).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /**
   * A caller who may have the line itself looked at and changed.
   *
   * @throws ResponseStatusException 404 if they are not one
   */
  Call.Caller holder(Call call) {
    Call.Caller caller = caller(call);
    if (!caller.ofAccount()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return caller;
  }
}
