/** Everything that runs while something is tried, and what breaks it. */
@NullMarked
package io.onhook.trials.field;

import org.jspecify.annotations.NullMarked;
