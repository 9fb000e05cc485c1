package io.onhook.policy;

/** What becomes of a plastic SIM. An eSIM is only asked to be deleted. */
public enum SimReturn {
  NONE,
  /** The holder says that it is destroyed. */
  DECLARE,
  POST,
  BRANCH
}
