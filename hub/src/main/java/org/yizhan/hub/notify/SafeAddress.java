package org.yizhan.hub.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which addresses the hub may be told to send to. HTTPS, but for loopback, where a gateway of the
 * operator's own may stand; the pages take none of those. Addresses in private networks are
 * allowed: only the operator and administrators enter them, and a union's own WeCom gateway may
 * well stand there. Redirects are never followed.
 */
final class SafeAddress {
  static final int LENGTH_MAX = 500;
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "127(\\.[0-9]{1,3}){0,3}\\.?|\\[::1]|\\[::ffff:7f[0-9a-f:]+]|(.+\\.)?localhost\\.?");
  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /**
   * One plain address (RFC 5321, 4.1.2, Dot-string at Domain); no quotes, no names, no line breaks.
   */
  private static final Pattern MAIL =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,9}"
              + "@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,9}");

  private SafeAddress() {}

  static URI parse(String text) {
    if (text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("an address has at most " + LENGTH_MAX + " characters");
    }
    try {
      return new URI(text);
    } catch (URISyntaxException noUri) {
      throw new IllegalArgumentException(
          "the address is not a URL: check how it was copied", noUri);
    }
  }

  static void require(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    String host = url.getHost();
    if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException("an address begins with https:// and a host");
    }
    if (scheme.equals("http") && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "an address is https://; plain http only on this machine itself");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException("an address has no user name and no # in it");
    }
    if (url.toString().length() > LENGTH_MAX) {
      throw new IllegalArgumentException("an address has at most " + LENGTH_MAX + " characters");
    }
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  static void requireQuery(URI url, String name) {
    String query = url.getRawQuery() == null ? "" : url.getRawQuery();
    if (Arrays.stream(query.split("&")).noneMatch(part -> part.matches(name + "=.+"))) {
      throw new IllegalArgumentException(
          "the robot's address ends with " + name + "=…: copy it whole");
    }
  }

  static void requireSecret(String secret) {
    if (!isSecret(secret)) {
      throw new IllegalArgumentException("a secret has 1 to 200 printable characters, no spaces");
    }
  }

  static boolean isSecret(String text) {
    return SECRET.matcher(text).matches();
  }

  static void requireTopic(String topic) {
    if (!TOPIC.matcher(topic).matches()) {
      throw new IllegalArgumentException("a topic has 1 to 64 of A-Z, a-z, 0-9, _ and -");
    }
  }

  static void requireMail(String address) {
    if (address.length() > 254 || !MAIL.matcher(address).matches()) {
      throw new IllegalArgumentException("an e-mail address looks like name@example.org");
    }
  }
}
