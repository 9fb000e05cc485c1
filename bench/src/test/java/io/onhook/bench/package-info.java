/** Whether the benchmarks run and tell all their figures; never how fast. */
@NullMarked
package io.onhook.bench;

import org.jspecify.annotations.NullMarked;
