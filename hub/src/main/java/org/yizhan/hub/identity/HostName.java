package org.yizhan.hub.identity;

import java.util.regex.Pattern;

/** A host as people type it: a DNS name, or an IPv4 or IPv6 address. */
public final class HostName {
  private static final Pattern LABELS =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.|$)){4}");

  private HostName() {}

  /** Whether this can stand in a certificate and in an address, up to 253 characters. */
  public static boolean isValid(String name) {
    return name.length() <= 253 && (isAddress(name) || LABELS.matcher(name).matches());
  }

  static boolean isAddress(String name) {
    return (IPV4.matcher(name).matches() && !name.endsWith(".")) || isIpv6(name);
  }

  /** In an {@code https://} address an IPv6 address stands in brackets (RFC 3986 3.2.2). */
  public static String inUrl(String name) {
    return isIpv6(name) ? '[' + name + ']' : name;
  }

  private static boolean isIpv6(String name) {
    return name.indexOf(':') >= 0 && org.bouncycastle.util.IPAddress.isValidIPv6(name);
  }
}
