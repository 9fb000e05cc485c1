/** The home location register: CTRL and VTY of osmo-hlr, simulated or the real program. */
@NullMarked
package io.onhook.sandbox.hlr;

import org.jspecify.annotations.NullMarked;
