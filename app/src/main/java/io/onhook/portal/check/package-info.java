/** The self-check before sign-in: a few questions, never a number. */
@NullMarked
package io.onhook.portal.check;

import org.jspecify.annotations.NullMarked;
