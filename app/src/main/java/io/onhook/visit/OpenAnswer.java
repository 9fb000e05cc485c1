package io.onhook.visit;

import io.onhook.cancellation.CancellationRefusal;
import io.onhook.shared.CaseReference;
import java.util.List;

/** What became of opening a case at a window. */
public sealed interface OpenAnswer {

  /** The visit is about it now. */
  record Opened(CaseReference reference) implements OpenAnswer {}

  /** The line's end was under way already; the visit goes on with that. */
  record UnderWay(CaseReference reference) implements OpenAnswer {}

  /** The domain says no, with all its reasons. */
  record Refused(List<CancellationRefusal> because) implements OpenAnswer {}

  /** No ID that fits was seen yet. */
  record NoIdentity() implements OpenAnswer {}

  /** It was not said yet who stands at the window in the holder's place. */
  record NotSaid() implements OpenAnswer {}

  /** A colleague must do it. */
  record NotYours() implements OpenAnswer {}

  /** The operator's systems can't be asked just now; what was typed can be sent again. */
  record Unavailable() implements OpenAnswer {}

  /** An amount is in a currency that nothing here is reckoned in. A person is told. */
  record NotReckonable() implements OpenAnswer {}
}
