package io.onhook.document;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How papers are taken in.
 *
 * @param clamd where ClamAV's daemon listens, {@code host:port} or {@code unix:/path}; none unless
 *     set. Once set, nothing comes in without its word
 * @param atOnce how many files are decoded at the same time; each takes up to 0.7 GB
 * @param sweep how often papers that are due are erased
 */
@ConfigurationProperties("onhook.documents")
record DocumentSettings(
    @Nullable String clamd, @DefaultValue("2") int atOnce, @DefaultValue("1m") Duration sweep) {}
