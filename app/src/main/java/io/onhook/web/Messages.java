package io.onhook.web;

import java.io.IOException;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds the texts that lie beside each screen: {@code messages_zh_CN} and {@code messages_en}, and
 * on holders' screens those of further languages that packs name. English where one has no such.
 */
final class Messages {
  private Messages() {}

  /** All texts of all screens; a missing key is a bug and fails. */
  static ResourceBundleMessageSource source() throws IOException {
    var source = new ResourceBundleMessageSource();
    source.setBasenames(baseNames());
    source.setDefaultEncoding("UTF-8");
    source.setDefaultLocale(Locale.ENGLISH);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  /** {@code io.onhook.portal.messages} and so on, in the order of their names. */
  static String[] baseNames() throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:io/onhook/**/messages_en.properties");
    var names = new TreeSet<String>();
    for (Resource resource : found) {
      String url = resource.getURL().toString();
      names.add(
          url.substring(url.lastIndexOf("io/onhook/"), url.length() - "_en.properties".length())
              .replace('/', '.'));
    }
    return names.toArray(String[]::new);
  }
}
