/**
 * Starts the sandbox operator and the service as processes of their own, asks them over HTTP, and
 * kills them: what {@code ./onhook}, the trials and the benchmarks have in common. No part of the
 * product runs in here.
 */
@NullMarked
package io.onhook.stand;

import org.jspecify.annotations.NullMarked;
