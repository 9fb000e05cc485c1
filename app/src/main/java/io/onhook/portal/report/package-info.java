/** A line in whose register the wrong name stands: told to a person, without any sign-in. */
@NullMarked
package io.onhook.portal.report;

import org.jspecify.annotations.NullMarked;
