package org.yizhan.hub.settings;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the address of the hub's pages leads anybody there. */
public final class PagesAddress {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "0.0.0.0", "[::]", "[::1]");
  private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.\\d{1,3}){3}");

  private PagesAddress() {}

  /** A link to this machine itself, or to all its addresses, leads nobody else anywhere. */
  public static boolean isReachable(String pages) {
    String host = URI.create(pages).getHost();
    return host != null && !THIS_MACHINE.contains(host) && !LOOPBACK.matcher(host).matches();
  }
}
