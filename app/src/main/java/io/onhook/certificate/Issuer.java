package io.onhook.certificate;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator, as its proofs name it.
 *
 * @param nameZh its name in Chinese
 * @param nameEn its name in English
 * @param site where anyone verifies a proof, under {@code /verify/}
 * @param timestampAuthority address of an RFC 3161 service that dates the signatures; absent if
 *     there is none
 */
@ConfigurationProperties("onhook.operator")
record Issuer(
    @DefaultValue("示例移动") String nameZh,
    @DefaultValue("Example Mobile") String nameEn,
    @DefaultValue("https://mobile.example") URI site,
    @Nullable URI timestampAuthority) {

  Words name() {
    return new Words(nameZh, nameEn);
  }

  /** The public page that tells whether this proof stands. */
  URI verificationOf(ProofNumber number) {
    String base = site.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "verify/" + number);
  }
}
