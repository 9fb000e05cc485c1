/** How fast lines end and money comes back, for everybody to see. */
@NullMarked
package io.onhook.portal.figures;

import org.jspecify.annotations.NullMarked;
