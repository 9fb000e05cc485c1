package io.onhook.lobby;

import io.onhook.access.StaffPrincipal;
import io.onhook.vault.Vault;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Who may open kiosks and boards: a device on which the key was typed once, and any member of
 * staff. They show nobody's data; the door keeps strangers from taking numbers as if they stood at
 * the office.
 */
@Component
final class ScreenDoor {
  private static final String COOKIE = "screen";
  private static final Duration LASTS = Duration.ofDays(400);

  private final LobbySettings settings;
  private final Vault vault;

  ScreenDoor(LobbySettings settings, Vault vault) {
    this.settings = settings;
    this.vault = vault;
  }

  boolean admits(HttpServletRequest request) {
    return isStaff(request.getUserPrincipal()) || hasMark(request);
  }

  /** Whether a device can be let in by a key at all. */
  boolean hasKey() {
    return !settings.screenKey().isEmpty();
  }

  /** Lets this device in from now on; false if that is not the key. */
  boolean unlock(String typed, HttpServletRequest request, HttpServletResponse response) {
    if (!hasKey() || !same(typed.strip(), settings.screenKey())) {
      return false;
    }
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, mark())
            .path("/")
            .maxAge(LASTS)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
    return true;
  }

  /** Another key makes all marks of the old one worthless. */
  private String mark() {
    return vault.digest("lobby/screen", settings.screenKey());
  }

  private boolean hasMark(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return hasKey()
        && cookies != null
        && Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .anyMatch(cookie -> same(cookie.getValue(), mark()));
  }

  private static boolean isStaff(@Nullable Principal who) {
    return who instanceof Authentication known && known.getPrincipal() instanceof StaffPrincipal;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
