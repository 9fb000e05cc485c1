/** How the sandbox misbehaves when it is told to. */
@NullMarked
package io.onhook.sandbox.fault;

import org.jspecify.annotations.NullMarked;
