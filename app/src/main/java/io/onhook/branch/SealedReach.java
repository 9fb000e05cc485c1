package io.onhook.branch;

import io.onhook.notice.Notice.Channel;
import io.onhook.vault.Sealed;

/** How to reach somebody, the address sealed. */
public record SealedReach(Channel channel, Sealed address) {}
