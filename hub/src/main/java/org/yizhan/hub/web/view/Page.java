package org.yizhan.hub.web.view;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yizhan.hub.people.Account;
import org.yizhan.hub.people.Role;

/**
 * What every page needs around its own content.
 *
 * @param here path and query of this page without {@code lang}, ending in {@code ?} or {@code &}
 * @param section the navigation entry it belongs to, or empty
 * @param who who is signed in
 * @param formToken goes back with every form (CSRF)
 * @param assets from a file's name to its address with content hash
 */
public record Page(
    Texts t,
    String here,
    String section,
    Optional<Account> who,
    String formToken,
    Instant now,
    UnaryOperator<String> assets) {

  public String asset(String name) {
    return assets.apply(name);
  }

  public Language other() {
    return t.language() == Language.ZH ? Language.EN : Language.ZH;
  }

  public boolean isAdmin() {
    return who.filter(account -> account.role() == Role.ADMIN).isPresent();
  }

  public String switchAddress() {
    return here + "lang=" + other().code();
  }
}
