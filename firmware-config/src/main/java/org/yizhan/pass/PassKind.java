package org.yizhan.pass;

/** How a pass was shown, and with it how far it is believed. */
public enum PassKind {
  /** On a phone, with a fresh proof that the phone holds the pass's key. */
  PHONE,
  /** Printed or photographed; revocable, lower evidence. */
  CARD,
  /** Spoken by telephone and typed on the keypad. */
  CODE
}
