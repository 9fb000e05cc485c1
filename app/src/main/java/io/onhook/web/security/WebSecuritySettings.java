package io.onhook.web.security;

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
 */
@ConfigurationProperties("onhook.web")
record WebSecuritySettings(
    @Nullable Boolean https,
    @DefaultValue("1MB") DataSize largestBody,
    @DefaultValue("11MB") DataSize largestUpload) {}
