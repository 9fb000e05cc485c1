/**
 * A simulated operator in a process of its own: inventory, billing, payments, HLR, SMS centre and
 * mail.
 */
@NullMarked
package io.onhook.sandbox;

import org.jspecify.annotations.NullMarked;
