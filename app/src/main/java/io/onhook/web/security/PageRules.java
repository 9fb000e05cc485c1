package io.onhook.web.security;

import static org.springframework.http.HttpMethod.GET;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may open which page. The first rule that fits counts; what no rule names is refused. */
final class PageRules {
  /** Any member of staff. */
  static final String[] STAFF = {
    "REVIEWER", "OPERATIONS", "CLERK", "BRANCH_MANAGER", "HOTLINE", "FINANCE", "AUDITOR", "ADMIN"
  };

  private PageRules() {}

  /**
   * @param unmapped fits what no controller answers: it may be asked for, and is not found
   */
  static void apply(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules,
      RequestMatcher unmapped,
      Environment environment) {
    if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
      rules.requestMatchers("/demo", "/demo/**").permitAll();
    }
    rules
        // For everybody
        .requestMatchers("/", "/guide", "/guide/**", "/check", "/check/**", "/verify", "/verify/**")
        .permitAll()
        .requestMatchers("/declare", "/declare/**", "/withdraw", "/withdraw/**")
        .permitAll()
        .requestMatchers("/not-holder", "/never-opened", "/continue/*")
        .permitAll()
        // The link itself is what admits: it reached a contact of the account.
        .requestMatchers("/object/**")
        .permitAll()
        // Nobody's data; kiosks and boards ask for the key of their office themselves.
        .requestMatchers("/branches", "/branches/**", "/kiosk/**", "/board/**")
        .permitAll()
        // Whoever has the link is its holder.
        .requestMatchers("/ticket/**", "/booking/**")
        .permitAll()
        .requestMatchers("/figures", "/look/**", "/error")
        .permitAll()
        .requestMatchers("/sign-in", "/sign-in/**", "/staff/sign-in")
        .permitAll()
        .requestMatchers("/api", "/api-page/**")
        .permitAll()
        .requestMatchers("/actuator/health", "/actuator/health/**")
        .permitAll()
        // For who is signed in
        .requestMatchers(
            "/kept", "/line", "/line/**", "/cancel", "/cancel/**", "/track", "/track/**")
        .hasRole("HOLDER")
        .requestMatchers(GET, "/staff/reviews", "/staff/reviews/**")
        .hasAnyRole("REVIEWER", "AUDITOR")
        .requestMatchers("/staff/reviews", "/staff/reviews/**")
        .hasRole("REVIEWER")
        .requestMatchers("/staff/reports", "/staff/reports/**")
        .hasRole("REVIEWER")
        .requestMatchers("/staff/declarations", "/staff/declarations/**")
        .hasRole("REVIEWER")
        .requestMatchers("/staff/disputes", "/staff/disputes/**")
        .hasRole("REVIEWER")
        .requestMatchers("/staff/objections", "/staff/objections/**")
        .hasRole("REVIEWER")
        .requestMatchers("/staff/bars/**")
        .hasRole("REVIEWER")
        .requestMatchers(GET, "/staff/parked", "/staff/parked/**")
        .hasAnyRole("OPERATIONS", "AUDITOR")
        .requestMatchers("/staff/parked", "/staff/parked/**")
        .hasRole("OPERATIONS")
        .requestMatchers("/staff/branch", "/staff/branch/**")
        .hasRole("BRANCH_MANAGER")
        .requestMatchers("/staff/signatures/**")
        .hasRole("AUDITOR")
        .requestMatchers("/staff/counter", "/staff/counter/**")
        .hasAnyRole("CLERK", "BRANCH_MANAGER")
        .requestMatchers("/staff/hotline", "/staff/hotline/**")
        .hasRole("HOTLINE")
        .requestMatchers("/staff", "/staff/templates")
        .hasAnyRole(STAFF)
        .requestMatchers("/actuator", "/actuator/**")
        .hasRole("ADMIN")
        .requestMatchers(unmapped)
        .permitAll()
        .anyRequest()
        .denyAll();
  }
}
