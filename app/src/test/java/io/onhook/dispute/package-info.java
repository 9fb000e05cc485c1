@NullMarked
package io.onhook.dispute;

import org.jspecify.annotations.NullMarked;
