package io.onhook.web.security;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the security chain can be told.
 *
 * @param https whether people reach the service by https, itself or through a proxy: cookies then
 *     are {@code __Host-} cookies and HSTS is on. Unless set, true everywhere but in the sandbox
 * @param largestBody what a request may carry; more is refused unread
 * @param largestUpload the same where papers are sent: a file of 10 MB, and what a form is beside
 *     it
 * @param picturesFrom where else pages may take pictures from, for map tiles: {@code
 *     https://tiles.example.com}
 */
@ConfigurationProperties("onhook.web")
record WebSecuritySettings(
    @Nullable Boolean https,
    @DefaultValue("1MB") DataSize largestBody,
    @DefaultValue("11MB") DataSize largestUpload,
    @DefaultValue List<String> picturesFrom) {
  private static final Pattern ORIGIN = Pattern.compile("https://[A-Za-z0-9*][A-Za-z0-9.:-]*");

  WebSecuritySettings {
    picturesFrom = List.copyOf(picturesFrom);
    for (String origin : picturesFrom) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "onhook.web.pictures-from is \"" + origin + "\": write https:// and a host");
      }
    }
  }
}
