package io.onhook.web.security;

import io.onhook.access.ApiKeys;
import io.onhook.access.Scope;
import io.onhook.web.security.SecurityBeans.Https;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Programs: a key in each request, no session, no cookie, scopes by address. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ApiKeys keys, Refusals refusals, Https https) {
    return http.securityMatcher("/api/*/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> {})
        .addFilterBefore(new BearerKeys(keys), AuthorizationFilter.class)
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .headers(headers -> AnswerHeaders.apply(headers, AnswerHeaders.API, https.on()))
        .authorizeHttpRequests(
            rules ->
                // By address, whatever the method: HEAD must open no more than GET.
                rules
                    .requestMatchers("/api/openapi", "/api/openapi.yaml")
                    .permitAll()
                    // What a certificate proves, anyone may check.
                    .requestMatchers("/api/v1/verifications/*")
                    .permitAll()
                    .requestMatchers("/api/v1/eligibility-checks")
                    .hasAuthority(scope(Scope.ELIGIBILITY_CHECK))
                    .requestMatchers("/api/v1/cancellations")
                    .hasAuthority(scope(Scope.CANCELLATION_SUBMIT))
                    .requestMatchers("/api/v1/cancellations/*/decision")
                    .hasAuthority(scope(Scope.CANCELLATION_DECIDE))
                    .requestMatchers("/api/v1/cancellations/*/retraction")
                    .hasAuthority(scope(Scope.CANCELLATION_RETRACT))
                    .requestMatchers("/api/v1/switching-codes/redemptions")
                    .hasAuthority(scope(Scope.SWITCHING_REDEEM))
                    .requestMatchers("/api/v1/voice-line/**")
                    .hasAuthority(scope(Scope.VOICE_STATUS))
                    .requestMatchers("/api/v1/cancellations/**")
                    .hasAuthority(scope(Scope.CANCELLATION_READ))
                    // Elsewhere there is nothing, which a valid key is told.
                    .anyRequest()
                    .authenticated())
        .build();
  }

  private static String scope(Scope scope) {
    return "SCOPE_" + scope.text();
  }
}
