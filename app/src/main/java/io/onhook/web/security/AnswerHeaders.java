package io.onhook.web.security;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers that every answer carries. */
final class AnswerHeaders {
  /** Everything from here, nothing inline, in nobody's frame. */
  private static final String PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:%s;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

  /** Nothing at all: programs show no page. */
  static final String API = "default-src 'none'; frame-ancestors 'none'";

  private static final long TWO_YEARS = 63_072_000;

  private AnswerHeaders() {}

  /**
   * The policy of pages.
   *
   * @param picturesFrom origins of pictures beside our own
   */
  static String pages(List<String> picturesFrom) {
    return PAGES.formatted(picturesFrom.stream().map(" "::concat).collect(Collectors.joining()));
  }

  static void apply(HeadersConfigurer<HttpSecurity> headers, String policy, boolean https) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions ->
                permissions.policy("geolocation=(self), camera=(), microphone=(), payment=()"))
        .crossOriginOpenerPolicy(
            opener ->
                opener.policy(
                    org.springframework.security.web.header.writers
                        .CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
        .httpStrictTransportSecurity(
            hsts -> {
              if (https) {
                hsts.maxAgeInSeconds(TWO_YEARS)
                    .includeSubDomains(true)
                    .requestMatcher(request -> true);
              } else {
                hsts.disable();
              }
            });
  }
}
