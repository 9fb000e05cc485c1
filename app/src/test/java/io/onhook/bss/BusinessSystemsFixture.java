package io.onhook.bss;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Settings for tests: the usual paths, and patience, since other tests run too. */
public final class BusinessSystemsFixture {
  private BusinessSystemsFixture() {}

  public static BusinessSystems settings(URI url) {
    return settings(url, null, null, null);
  }

  /** The same without patience, for what never answers. */
  static BusinessSystems hasty(URI url) {
    return settings(url, Duration.ofSeconds(1), null, null, null);
  }

  static BusinessSystems settings(
      URI url, @Nullable Path token, @Nullable String user, @Nullable Path password) {
    return settings(url, Duration.ofSeconds(20), token, user, password);
  }

  private static BusinessSystems settings(
      URI url,
      Duration timeout,
      @Nullable Path token,
      @Nullable String user,
      @Nullable Path password) {
    return new BusinessSystems(
        url,
        "/tmf-api/productInventory/v4",
        "/tmf-api/party/v4",
        "/tmf-api/customerBillManagement/v4",
        "/tmf-api/payment/v4",
        "/tmf-api/troubleTicket/v4",
        Duration.ofSeconds(10),
        timeout,
        ZoneId.of("Asia/Shanghai"),
        "CNY",
        "onHold",
        token,
        user,
        password);
  }
}
