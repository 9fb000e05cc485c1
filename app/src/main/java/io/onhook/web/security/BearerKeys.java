package io.onhook.web.security;

import io.onhook.access.ApiClient;
import io.onhook.access.ApiKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the key of a request into the client that it belongs to (RFC 6750, section 2.1). */
final class BearerKeys extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final ApiKeys keys;

  BearerKeys(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ApiClient> client =
        Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
            .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            .flatMap(header -> keys.client(header.substring(SCHEME.length()).strip()));
    client.ifPresent(
        known -> {
          SecurityContext context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(new ClientToken(known));
          SecurityContextHolder.setContext(context);
        });
    chain.doFilter(request, response);
  }

  /** A client whose key was valid; lives for one request. */
  private static final class ClientToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;
    private final transient ApiClient client;

    ClientToken(ApiClient client) {
      super(
          client.scopes().stream()
              .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope.text()))
              .toList());
      this.client = client;
      setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
      return null;
    }

    @Override
    public ApiClient getPrincipal() {
      return client;
    }
  }
}
