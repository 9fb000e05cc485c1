@NullMarked
package io.onhook.api;

import org.jspecify.annotations.NullMarked;
