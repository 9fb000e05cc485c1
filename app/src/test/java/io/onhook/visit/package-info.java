/** Tests of {@code visit}. */
@NullMarked
package io.onhook.visit;

import org.jspecify.annotations.NullMarked;
