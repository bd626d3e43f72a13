package org.yizhan.config;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.regex.Pattern;

/** The forms of a provisioning bundle's fields. */
final class BundleChecks {
  private static final int PEM_MAX = 16 * 1024;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final Pattern BYTE = Pattern.compile("25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9]");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static final Pattern ONE_PEM =
      Pattern.compile(
          "\\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----\\s*");

  private BundleChecks() {}

  static void require(boolean holds, String field, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(field + " " + otherwise);
    }
  }

  static void port(String field, int port) {
    require(port >= 1 && port <= 65_535, field, "lies between 1 and 65535, not " + port);
  }

  static void token(String field, String token) {
    require(TOKEN.matcher(token).matches(), field, "has 43 characters of base64url");
  }

  static void host(String field, String host) {
    require(
        host.length() <= 253 && (host.indexOf(':') >= 0 ? isIpv6(host) : isNameOrIpv4(host)),
        field,
        "is a host name or an IP address, without port");
  }

  private static boolean isNameOrIpv4(String host) {
    String[] labels = host.split("\\.", -1);
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    String last = labels[labels.length - 1];
    if (!last.chars().allMatch(Character::isDigit)) {
      return true;
    }
    for (String label : labels) {
      if (!BYTE.matcher(label).matches()) {
        return false;
      }
    }
    return labels.length == 4;
  }

  /** The address parser of {@link URI} (RFC 2732) judges the rest; nothing is looked up. */
  private static boolean isIpv6(String host) {
    try {
      return IPV6.matcher(host).matches()
          && ("[" + host + "]").equals(new URI("https://[" + host + "]/").getHost());
    } catch (URISyntaxException refused) {
      return false;
    }
  }

  static void httpsUrl(String field, String url) {
    String form = "is an address such as https://hub.example.org:8443";
    require(url.length() <= 300, field, form);
    try {
      URI uri = new URI(url);
      require(
          "https".equals(uri.getScheme())
              && uri.getHost() != null
              && (uri.getPort() == -1 || (uri.getPort() >= 1 && uri.getPort() <= 65_535))
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && uri.getFragment() == null
              && (uri.getPath().isEmpty() || uri.getPath().equals("/")),
          field,
          form);
    } catch (URISyntaxException refused) {
      require(false, field, form);
    }
  }

  static void authorityPem(String field, String pem) {
    require(
        pem.length() <= PEM_MAX && ONE_PEM.matcher(pem).matches(),
        field,
        "is one certificate in PEM, from BEGIN CERTIFICATE to END CERTIFICATE");
    try {
      CertificateFactory x509 = CertificateFactory.getInstance("X.509");
      ByteArrayInputStream in =
          new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII));
      X509Certificate certificate = (X509Certificate) x509.generateCertificate(in);
      require(
          certificate.getBasicConstraints() >= 0,
          field,
          "is a certificate, but not of an authority (RFC 5280, 4.2.1.9)");
    } catch (CertificateException unreadable) {
      throw new IllegalArgumentException(field + " holds no readable certificate", unreadable);
    }
  }
}
