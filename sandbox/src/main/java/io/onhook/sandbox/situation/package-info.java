/** The lines that the sandbox starts with: one situation each, and how to generate plain ones. */
@NullMarked
package io.onhook.sandbox.situation;

import org.jspecify.annotations.NullMarked;
