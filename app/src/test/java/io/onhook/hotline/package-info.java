@NullMarked
package io.onhook.hotline;

import org.jspecify.annotations.NullMarked;
