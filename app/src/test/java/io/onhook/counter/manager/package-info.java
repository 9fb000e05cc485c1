/** Tests of {@code counter.manager}. */
@NullMarked
package io.onhook.counter.manager;

import org.jspecify.annotations.NullMarked;
