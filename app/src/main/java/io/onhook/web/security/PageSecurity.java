package io.onhook.web.security;

import io.github.wimdeblauwe.htmx.spring.boot.security.HxRefreshHeaderAuthenticationEntryPoint;
import io.onhook.access.KeptForms;
import io.onhook.web.security.SecurityBeans.Https;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * People: a session after a one-time code (holders) or a password (staff), a token in each form.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {
  /** Where staff sign in: GET shows the form, POST takes {@code username} and {@code password}. */
  static final String STAFF_SIGN_IN = "/staff/sign-in";

  private static final String HOLDER_SIGN_IN = "/sign-in";
  private static final RequestMatcher HTMX = new RequestHeaderRequestMatcher("HX-Request");

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http,
      Https https,
      CsrfTokenRepository csrfTokens,
      SecurityContextRepository contexts,
      SessionAuthenticationStrategy strategy,
      KeptForms forms,
      HolderMark mark,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> controllers,
      WebSecuritySettings settings,
      Environment environment) {
    String policy = AnswerHeaders.pages(settings.picturesFrom());
    return http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
        .securityContext(context -> context.securityContextRepository(contexts))
        .sessionManagement(session -> session.sessionAuthenticationStrategy(strategy))
        .requestCache(cache -> cache.requestCache(whereTheyWereGoing()))
        .formLogin(
            form ->
                form.loginPage(STAFF_SIGN_IN)
                    .defaultSuccessUrl("/staff")
                    .failureHandler(
                        (request, response, failure) ->
                            response.sendRedirect(
                                STAFF_SIGN_IN
                                    + (failure instanceof LockedException
                                        ? "?too-many"
                                        : "?refused"))))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/?signed-out"))
        .exceptionHandling(
            handling ->
                handling
                    // Else the sign-in page would appear inside a part of a page.
                    .defaultAuthenticationEntryPointFor(
                        new HxRefreshHeaderAuthenticationEntryPoint(), HTMX)
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(STAFF_SIGN_IN), staffPages())
                    .defaultAuthenticationEntryPointFor(
                        new KeepsWhatWasTyped(
                            forms,
                            mark,
                            new LoginUrlAuthenticationEntryPoint(HOLDER_SIGN_IN),
                            HOLDER_SIGN_IN + "?expired"),
                        AnyRequestMatcher.INSTANCE))
        .addFilterBefore(new SignedInFirst(HOLDER_SIGN_IN, STAFF_SIGN_IN), CsrfFilter.class)
        .headers(headers -> AnswerHeaders.apply(headers, policy, https.on()))
        .authorizeHttpRequests(
            rules -> PageRules.apply(rules, new Unmapped(controllers::getObject), environment))
        .build();
  }

  private static RequestMatcher staffPages() {
    return new OrRequestMatcher(
        PathPatternRequestMatcher.withDefaults().matcher("/staff/**"),
        PathPatternRequestMatcher.withDefaults().matcher("/actuator/**"));
  }

  /** After signing in people come to the page that they asked for, not to a part of one. */
  private static HttpSessionRequestCache whereTheyWereGoing() {
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        new AndRequestMatcher(
            request -> request.getMethod().equals("GET"),
            new NegatedRequestMatcher(HTMX),
            new OrRequestMatcher(
                staffPages(),
                PathPatternRequestMatcher.withDefaults().matcher("/track/**"),
                PathPatternRequestMatcher.withDefaults().matcher("/cancel/**"),
                PathPatternRequestMatcher.withDefaults().matcher("/line/**"))));
    return cache;
  }
}
