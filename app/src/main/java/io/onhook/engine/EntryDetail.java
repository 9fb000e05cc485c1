package io.onhook.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal entry of a case tells beside its kind and step. Stored: names never change.
 *
 * @param next where the case stands then
 * @param effect the key of the remote effect whose intent this entry stores
 * @param intent keyed digest of that intent's arguments: it proves them without telling them
 * @param passed what was passed over on the way
 * @param used the journal numbers of the signals that were used up
 * @param until when it goes on by itself
 * @param why why it waits, is parked, or is refused
 * @param attempt of the step, where it is not the first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EntryDetail(
    @Nullable String next,
    @Nullable String effect,
    @Nullable String intent,
    List<String> passed,
    List<Integer> used,
    @Nullable String until,
    @Nullable String why,
    @Nullable Integer attempt) {}
