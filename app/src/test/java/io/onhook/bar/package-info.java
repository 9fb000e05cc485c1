@NullMarked
package io.onhook.bar;

import org.jspecify.annotations.NullMarked;
