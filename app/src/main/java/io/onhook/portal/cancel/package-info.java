/** The form, one question a page, and what comes of it. */
@NullMarked
package io.onhook.portal.cancel;

import org.jspecify.annotations.NullMarked;
