package io.onhook.bss;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Settings for tests: the usual paths, short time-outs. */
public final class BusinessSystemsFixture {
  private BusinessSystemsFixture() {}

  public static BusinessSystems settings(URI url) {
    return settings(url, null, null, null);
  }

  static BusinessSystems settings(
      URI url, @Nullable Path token, @Nullable String user, @Nullable Path password) {
    return new BusinessSystems(
        url,
        "/tmf-api/productInventory/v4",
        "/tmf-api/party/v4",
        "/tmf-api/customerBillManagement/v4",
        "/tmf-api/payment/v4",
        Duration.ofMillis(500),
        Duration.ofMillis(1000),
        ZoneId.of("Asia/Shanghai"),
        "onHold",
        token,
        user,
        password);
  }
}
