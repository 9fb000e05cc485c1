package io.onhook.web.security;

import io.onhook.access.StaffAccounts;
import io.onhook.access.StaffAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets Spring Security's form sign-in ask {@link StaffAccounts}. */
final class StaffSignIn implements AuthenticationProvider {
  private final StaffAccounts accounts;

  StaffSignIn(StaffAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication typed) {
    String client =
        typed.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "unknown";
    return switch (accounts.signIn(
        typed.getName(), String.valueOf(typed.getCredentials()), client)) {
      case StaffAnswer.SignedIn(var staff) -> {
        var roles =
            staff.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        var token =
            UsernamePasswordAuthenticationToken.authenticated(staff, null, List.copyOf(roles));
        token.setDetails(typed.getDetails());
        yield token;
      }
      case StaffAnswer.Refused() -> throw new BadCredentialsException("Refused");
      case StaffAnswer.TooMany ignored -> throw new LockedException("Too many wrong passwords");
    };
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
