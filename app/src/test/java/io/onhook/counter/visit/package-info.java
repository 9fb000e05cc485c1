/** Tests of {@code counter.visit}. */
@NullMarked
package io.onhook.counter.visit;

import org.jspecify.annotations.NullMarked;
