package io.onhook.notice;

import io.onhook.shared.Language;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who signs the notices, and the one address they may name: a text never carries another link.
 *
 * @param nameZh the operator's name in Chinese texts
 * @param nameEn the operator's name in all other texts
 * @param site where holders sign in and object; https, or http for a trial
 * @param hotline as people dial it
 */
@ConfigurationProperties("onhook.operator")
record OperatorSettings(
    @DefaultValue("示例移动") String nameZh,
    @DefaultValue("Example Mobile") String nameEn,
    @DefaultValue("https://mobile.example") URI site,
    @DefaultValue("+86 199 0000 0000") String hotline) {

  OperatorSettings {
    String scheme = String.valueOf(site.getScheme());
    if (site.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "onhook.operator.site is " + site + ": give a full address, as https://mobile.example");
    }
  }

  String name(Language language) {
    return switch (language) {
      case ZH_CN -> nameZh;
      case EN, DE, FR -> nameEn;
    };
  }
}
