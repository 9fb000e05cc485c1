/** What both sides know afterwards, and what must hold of it. */
@NullMarked
package io.onhook.trials.check;

import org.jspecify.annotations.NullMarked;
