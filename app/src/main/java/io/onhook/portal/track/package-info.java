/** Following a case: two tracks, taking back, certificate. */
@NullMarked
package io.onhook.portal.track;

import org.jspecify.annotations.NullMarked;
