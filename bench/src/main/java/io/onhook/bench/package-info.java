/**
 * How fast Onhook is, beside what others would pick and beside the raw limit.
 *
 * <p>Each benchmark is one class that ends in {@code Bench}. The engines of the comparison are
 * {@link io.onhook.bench.Contender}s: each stores cases of eight steps first, then is timed from
 * the start of its workers to the end of the last case. Runs are interleaved and medians are told;
 * on a noisy machine only ratios within one run mean something.
 */
@NullMarked
package io.onhook.bench;

import org.jspecify.annotations.NullMarked;
