/**
 * Tries what must always hold (docs/trust.md), by breaking things. Read in this order:
 *
 * <ol>
 *   <li>{@code field}: PostgreSQL, the sandbox operator and one or two nodes of the product, all in
 *       processes of their own, and what breaks them;
 *   <li>{@code node}: what such a node is: the product without its screens, and a watch on it;
 *   <li>{@code plan}: a seed's plan: who cancels, what they do, what goes wrong for them;
 *   <li>{@code run}: walks many plans at once, or one kill after the other;
 *   <li>{@code check}: what is gathered afterwards from both sides, and each invariant's judge.
 * </ol>
 */
@NullMarked
package io.onhook.trials;

import org.jspecify.annotations.NullMarked;
