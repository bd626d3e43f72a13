package org.yizhan.config;

/** What came of reading a provisioning bundle. */
public sealed interface BundleReading {

  record Read(ProvisioningBundle bundle) implements BundleReading {}

  /**
   * A text that gives no bundle.
   *
   * @param field the field it is about, or {@code bundle} for the whole
   * @param message what is wrong; never holds the token
   */
  record Refused(String field, String message) implements BundleReading {
    /** For a person: what, where, and what to do about it. */
    @Override
    public String toString() {
      return "the provisioning bundle cannot be used: "
          + (message.startsWith(field) ? "" : field + ": ")
          + message
          + " — have the hub issue a new one (hub station add)";
    }
  }
}
