package io.onhook.web.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

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
                rules
                    .requestMatchers(GET, "/api/openapi", "/api/openapi.yaml")
                    .permitAll()
                    // What a certificate proves, anyone may check.
                    .requestMatchers(GET, "/api/v1/verifications/*")
                    .permitAll()
                    .requestMatchers(POST, "/api/v1/eligibility-checks")
                    .hasAuthority(scope(Scope.ELIGIBILITY_CHECK))
                    .requestMatchers(POST, "/api/v1/cancellations")
                    .hasAuthority(scope(Scope.CANCELLATION_SUBMIT))
                    .requestMatchers(GET, "/api/v1/cancellations/**")
                    .hasAuthority(scope(Scope.CANCELLATION_READ))
                    .requestMatchers(POST, "/api/v1/cancellations/*/decision")
                    .hasAuthority(scope(Scope.CANCELLATION_DECIDE))
                    .requestMatchers(POST, "/api/v1/cancellations/*/retraction")
                    .hasAuthority(scope(Scope.CANCELLATION_RETRACT))
                    // Another method or address: with a valid key it is told which there are.
                    .anyRequest()
                    .authenticated())
        .build();
  }

  private static String scope(Scope scope) {
    return "SCOPE_" + scope.text();
  }
}
