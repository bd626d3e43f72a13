package org.yizhan.pass;

import java.util.List;
import java.util.Set;

/** What a station needs to judge a pass by itself: issuer keys and the revoked passes. */
public record TrustedPassState(List<IssuerKey> issuers, Set<PassId> revoked) {
  public static final TrustedPassState NOTHING = new TrustedPassState(List.of(), Set.of());

  public TrustedPassState {
    issuers = List.copyOf(issuers);
    revoked = Set.copyOf(revoked);
  }
}
