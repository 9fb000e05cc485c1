/** A visitor at a window: one line or case, from the ID to the signature. */
@NullMarked
package io.onhook.counter.visit;

import org.jspecify.annotations.NullMarked;
