@NullMarked
package io.onhook.command;

import org.jspecify.annotations.NullMarked;
