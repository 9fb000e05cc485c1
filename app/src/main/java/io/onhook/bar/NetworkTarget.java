package io.onhook.bar;

import io.onhook.shared.Imsi;
import io.onhook.vault.Sealed;

/** Whom a step means in the network: this SIM, and only while it has this number. */
public record NetworkTarget(Imsi imsi, Sealed number) {}
