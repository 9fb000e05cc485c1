package io.onhook.portal;

import io.onhook.access.HolderPrincipal;
import io.onhook.access.SignInWay;
import io.onhook.access.StepUpProof;
import io.onhook.cancellation.Confirmation;

/** What holders proved, in the words of who takes their requests. */
public final class Proved {
  private Proved() {}

  /** By signing in. */
  public static Confirmation bySignIn(HolderPrincipal holder) {
    return new Confirmation(
        holder.proof(), Confirmation.Kind.SIGN_IN, via(holder.way()), holder.since(), null);
  }

  /** By a code for this content. */
  public static Confirmation byStepUp(StepUpProof.Confirmed code, String content) {
    return new Confirmation(
        code.proof(), Confirmation.Kind.STEP_UP, via(code.by()), code.at(), content);
  }

  /** Where the code of a sign-in went. */
  public static Confirmation.Via via(HolderPrincipal holder) {
    return via(holder.way());
  }

  private static Confirmation.Via via(SignInWay way) {
    return switch (way) {
      case LINE -> Confirmation.Via.LINE;
      case CONTACT -> Confirmation.Via.CONTACT;
      case OTHER_CONTACT -> Confirmation.Via.OTHER_CONTACT;
    };
  }
}
