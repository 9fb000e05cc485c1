package io.onhook.web.security;

import io.onhook.access.KeptForms;
import io.onhook.access.StaffAccounts;
import io.onhook.web.Sessions;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import tools.jackson.databind.ObjectMapper;

/** What both chains share: cookies, sessions, refusals, the limit of bodies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSecuritySettings.class)
class SecurityBeans {
  /** Whether people come by https. */
  record Https(boolean on) {
    /**
     * A {@code __Host-} cookie is sent over https only, to this host only, and can't be set by
     * another.
     */
    String cookie(String name) {
      return on ? "__Host-" + name : name;
    }
  }

  @Bean
  Https https(WebSecuritySettings settings, Environment environment) {
    Boolean set = settings.https();
    return new Https(set != null ? set : !environment.acceptsProfiles(Profiles.of("sandbox")));
  }

  /** Nobody reads how long each filter took, and telling it cost more than the filters. */
  @Bean
  SecurityObservationSettings unobserved() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  Refusals refusals(MessageSource texts, ObjectMapper json) {
    return new Refusals(texts, json);
  }

  /** The only way to sign in with a password; Spring Boot then makes no user of its own. */
  @Bean
  AuthenticationProvider staffSignIn(StaffAccounts accounts) {
    return new StaffSignIn(accounts);
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(WebSecuritySettings settings, Refusals refusals) {
    var filter =
        new FilterRegistrationBean<>(
            new BodyLimit(
                settings.largestBody().toBytes(), settings.largestUpload().toBytes(), refusals));
    // Before whatever reads a parameter, and so the body.
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  @Bean
  CookieSerializer cookieSerializer(Https https) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(https.cookie("session"));
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(https.on());
    cookie.setSameSite("Lax");
    return cookie;
  }

  @Bean
  CsrfTokenRepository csrfTokens(Https https) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(https.cookie("form"));
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(https.on()).sameSite("Lax"));
    return tokens;
  }

  @Bean
  SessionAuthenticationStrategy sessionStrategy(CsrfTokenRepository csrfTokens) {
    return new CompositeSessionAuthenticationStrategy(
        List.of(
            new ChangeSessionIdAuthenticationStrategy(),
            new CsrfAuthenticationStrategy(csrfTokens)));
  }

  @Bean
  SecurityContextRepository securityContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  HolderMark holderMark(KeptForms forms, Https https) {
    return new HolderMark(forms, https);
  }

  @Bean
  Sessions holderSession(
      SecurityContextRepository contexts, SessionAuthenticationStrategy strategy, HolderMark mark) {
    return new Sessions(contexts, strategy, mark::write);
  }
}
