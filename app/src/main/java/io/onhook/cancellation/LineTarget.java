package io.onhook.cancellation;

import io.onhook.line.LineId;

/** What a step asks of the operator's business systems: something about this line. */
record LineTarget(LineId line) {}
