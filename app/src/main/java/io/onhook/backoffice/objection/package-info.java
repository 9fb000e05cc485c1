/** What owners objected to, and the people who look at it. */
@NullMarked
package io.onhook.backoffice.objection;

import org.jspecify.annotations.NullMarked;
