package io.onhook.document;

import io.onhook.policy.Paper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a paper, without what it shows.
 *
 * @param id random, 32 characters; names it in addresses, and opens nothing by itself
 * @param paper what it is a copy of
 * @param pages how many pictures it has, from 1
 * @param takenAt when it came
 * @param erasedAt when its key was destroyed; null while its pictures are there
 */
public record Document(
    String id, Paper paper, int pages, Instant takenAt, @Nullable Instant erasedAt) {}
