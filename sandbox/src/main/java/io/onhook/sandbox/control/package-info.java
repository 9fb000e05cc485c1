/** The knobs of the sandbox: clock, misbehaviour, journal, inbox, reset. */
@NullMarked
package io.onhook.sandbox.control;

import org.jspecify.annotations.NullMarked;
