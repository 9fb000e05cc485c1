package io.onhook.document;

import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;

/**
 * A member of staff who looks at the papers of one case.
 *
 * @param staff who
 * @param reference of which case
 * @param purpose why
 */
public record Viewer(Actor staff, CaseReference reference, Purpose purpose) {}
