package io.onhook.network;

import io.onhook.shared.Answer;
import io.onhook.shared.Imsi;
import io.onhook.shared.Msisdn;
import io.onhook.shared.NeedsSetting;
import java.time.Duration;
import java.util.Optional;

/**
 * The home location register (3GPP TS 23.002, clause 4.1.1.1): the port behind which {@code
 * OsmoHlr} speaks CTRL and VTY. Every method but the two finders changes one subscriber only, found
 * by IMSI.
 */
@NeedsSetting(
    value = "onhook.hlr.host",
    remedy =
        "Set it to where the HLR is, as hlr.example; docs/runbook.md has all settings. To try"
            + " Onhook without an operator: ./onhook")
public interface HomeRegister {
  /**
   * The longest that a call of this port takes. After it, whoever called is dead or has its answer,
   * and nothing of the call is still to come.
   */
  Duration longest();

  /** Who has this number; empty if nobody. */
  Answer<Optional<Subscriber>> byMsisdn(Msisdn msisdn);

  /** Who has this SIM; empty if nobody. */
  Answer<Optional<Subscriber>> byImsi(Imsi imsi);

  /** Turns calls, SMS and data off and tells MSC and SGSN. Reversible; idempotent. */
  Answer<Subscriber> bar(Imsi imsi);

  /** Sets calls and data as they were before a bar. Idempotent. */
  Answer<Subscriber> restore(Imsi imsi, boolean circuitSwitched, boolean packetSwitched);

  /** Removes the subscriber for good, if it is barred. Got(true) if it was there. */
  Answer<Boolean> delete(Imsi imsi);
}
