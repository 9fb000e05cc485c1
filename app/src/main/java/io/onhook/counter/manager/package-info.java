/** A branch manager's screens: windows and staff, the queue, today and the days before. */
@NullMarked
package io.onhook.counter.manager;

import org.jspecify.annotations.NullMarked;
