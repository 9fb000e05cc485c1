package io.onhook.visit;

import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import java.time.Instant;
import java.util.Optional;

/**
 * A visitor at a window.
 *
 * @param id its number
 * @param ticket the ticket's id
 * @param round from 1; each further line of the same visitor is another round
 * @param office code
 * @param label of the ticket, as on the board
 * @param line that it is about, once that is known
 * @param partyId the registered holder of that line
 * @param reference the case, once there is one
 * @param openedHere whether that case was opened in this visit
 * @param beganBy username of who served first
 */
public record Visit(
    long id,
    long ticket,
    int round,
    String office,
    String label,
    Optional<LineId> line,
    Optional<String> partyId,
    Optional<CaseReference> reference,
    boolean openedHere,
    String beganBy,
    Instant beganAt) {}
