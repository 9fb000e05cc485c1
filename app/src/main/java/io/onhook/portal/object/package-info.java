/** "Not you? Object here.": for owners who were told that somebody asks to end their line. */
@NullMarked
package io.onhook.portal.object;

import org.jspecify.annotations.NullMarked;
