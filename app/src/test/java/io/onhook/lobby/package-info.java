@NullMarked
package io.onhook.lobby;

import org.jspecify.annotations.NullMarked;
