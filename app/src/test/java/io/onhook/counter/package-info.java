/** Tests of {@code counter}. */
@NullMarked
package io.onhook.counter;

import org.jspecify.annotations.NullMarked;
