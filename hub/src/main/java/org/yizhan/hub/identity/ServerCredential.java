package org.yizhan.hub.identity;

import java.net.Socket;
import java.security.KeyPair;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The hub's server certificate, in {@code authority/hub.key} and {@code hub.crt}. Both listeners of
 * the stations ask it at each handshake, so a renewal needs no restart and cuts nobody off.
 */
public final class ServerCredential extends X509ExtendedKeyManager {
  private static final System.Logger LOG = System.getLogger(ServerCredential.class.getName());
  private static final Duration LIFE = Duration.ofDays(365);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final Authority authority;
  private final List<String> names;
  private final InstantSource clock;
  private final PemFile keyFile;
  private final PemFile certificateFile;
  private volatile Held held;

  private record Held(PrivateKey key, X509Certificate certificate) {
    String alias() {
      return certificate.getSerialNumber().toString(16);
    }
  }

  private ServerCredential(Authority authority, List<String> names, InstantSource clock) {
    this.authority = authority;
    this.names = names;
    this.clock = clock;
    this.keyFile = new PemFile(authority.directory().resolve("hub.key"));
    this.certificateFile = new PemFile(authority.directory().resolve("hub.crt"));
    this.held = keyFile.exists() && certificateFile.exists() ? read() : make();
  }

  /**
   * Opens the certificate for these host names and addresses and loopback; makes a new one when
   * there is none, when it names other hosts, or at two thirds of its life.
   */
  public static ServerCredential open(
      Authority authority, Collection<String> hosts, InstantSource clock) {
    Set<String> names = new TreeSet<>(LOOPBACK);
    for (String host : hosts) {
      if (!HostName.isValid(host)) {
        throw new IdentityException(
            '"' + host + "\" is no host name or address: give one stations can reach");
      }
      names.add(host);
    }
    ServerCredential credential = new ServerCredential(authority, List.copyOf(names), clock);
    credential.renewWhenDue();
    return credential;
  }

  /** Makes a new certificate when this one is due; called at start and daily. */
  public synchronized void renewWhenDue() {
    X509Certificate certificate = held.certificate;
    boolean due = Renewal.isDue(certificate, clock.instant());
    if (due || !namesOf(certificate).equals(Set.copyOf(names)) || !authority.signed(certificate)) {
      held = make();
      LOG.log(
          System.Logger.Level.INFO,
          "The hub has a new server certificate for {0}, good until {1}.",
          String.join(", ", names),
          held.certificate.getNotAfter().toInstant());
    }
  }

  public Instant expires() {
    return held.certificate.getNotAfter().toInstant();
  }

  X509Certificate certificate() {
    return held.certificate;
  }

  private Held make() {
    KeyPair keys = authority.maker().newKey();
    X509Certificate certificate =
        authority
            .maker()
            .server(authority.signer(), keys.getPublic(), names, clock.instant(), LIFE);
    keyFile.writeKey(keys.getPrivate());
    certificateFile.writeCertificate(certificate);
    return new Held(keys.getPrivate(), certificate);
  }

  /**
   * A power cut between the two writes leaves a pair that does not fit: then both are made anew.
   */
  private Held read() {
    Held read = new Held(keyFile.readKey("EC"), certificateFile.readCertificate());
    return Renewal.fits(read.key, read.certificate) ? read : make();
  }

  private static Set<String> namesOf(X509Certificate certificate) {
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      return alternatives == null
          ? Set.of()
          : alternatives.stream()
              .map(each -> expanded(Objects.toString(each.get(1))))
              .collect(Collectors.toUnmodifiableSet());
    } catch (CertificateParsingException e) {
      return Set.of();
    }
  }

  /** Java writes the loopback address of IPv6 out in full. */
  private static String expanded(String name) {
    return name.equals("0:0:0:0:0:0:0:1") ? "::1" : name;
  }

  @Override
  public String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return held.alias();
  }

  @Override
  public String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return held.alias();
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return new X509Certificate[] {held.certificate, authority.certificate()};
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return held.key;
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {held.alias()};
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
