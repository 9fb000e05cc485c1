/** The sandbox is tried from outside, over its ports. */
@NullMarked
package io.onhook.sandbox;

import org.jspecify.annotations.NullMarked;
