/**
 * The one command: starts the sandbox operator and the service as processes of their own, and walks
 * the main job over HTTP as an integrator would. No part of the product runs in here.
 */
@NullMarked
package io.onhook.command;

import org.jspecify.annotations.NullMarked;
