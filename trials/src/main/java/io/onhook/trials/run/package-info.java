/** Walks plans and kills nodes. */
@NullMarked
package io.onhook.trials.run;

import org.jspecify.annotations.NullMarked;
