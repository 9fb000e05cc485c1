package io.onhook.web;

import io.onhook.access.Role;
import io.onhook.shared.Language;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the layout knows about the page that it frames; templates see it as {@code page}.
 *
 * @param language the reader's
 * @param spoken the languages that this page can be read in
 * @param operator who runs the service
 * @param declare the words of the button that is always in reach; null where the law wants none
 * @param withdraw the words of the button to withdraw from the contract; null likewise
 * @param path where this page is, without host and query
 * @param sandbox whether nothing here is real
 * @param holder whether a holder is signed in
 * @param roles of the member of staff who is signed in; none for others
 */
public record Page(
    Language language,
    List<Language> spoken,
    Operator operator,
    @Nullable String declare,
    @Nullable String withdraw,
    String path,
    boolean sandbox,
    boolean holder,
    Set<Role> roles) {
  /** Whether a member of staff is signed in. */
  public boolean staff() {
    return !roles.isEmpty();
  }

  public boolean reviewer() {
    return roles.contains(Role.REVIEWER);
  }

  /** Whether that one may answer parked cases. */
  public boolean operations() {
    return roles.contains(Role.OPERATIONS);
  }

  /** Whether that one serves visitors. */
  public boolean counter() {
    return roles.contains(Role.CLERK) || roles.contains(Role.BRANCH_MANAGER);
  }

  public boolean auditor() {
    return roles.contains(Role.AUDITOR);
  }

  public boolean manager() {
    return roles.contains(Role.BRANCH_MANAGER);
  }

  /** Whether that one answers the phone. */
  public boolean hotline() {
    return roles.contains(Role.HOTLINE);
  }

  public String tag() {
    return language.tag();
  }

  public Locale locale() {
    return language.locale();
  }

  public String operatorName() {
    return operator.nameIn(language);
  }

  public String hotlineHours() {
    return operator.hotlineHoursIn(language);
  }

  /** Whether this page is this one or below it, for the navigation. */
  public boolean isAt(String start) {
    return path.equals(start) || path.startsWith(start + "/");
  }
}
