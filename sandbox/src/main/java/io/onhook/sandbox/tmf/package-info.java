/** TM Forum doors: TMF637 inventory, TMF632-like parties, TMF678 bills, TMF676 payments. */
@NullMarked
package io.onhook.sandbox.tmf;

import org.jspecify.annotations.NullMarked;
