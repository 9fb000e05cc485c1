package io.onhook.web;

import io.onhook.policy.Packs;
import io.onhook.shared.Recurring;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Templates, texts, languages and the look of all screens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Operator.class)
class WebConfiguration implements WebMvcConfigurer {
  private final Languages languages;

  WebConfiguration(Packs packs) {
    this.languages = new Languages(packs.current().spoken());
  }

  @Bean
  Languages localeResolver() {
    return languages;
  }

  @Bean
  MessageSource messageSource() throws IOException {
    return Messages.source();
  }

  /**
   * Templates lie beside their controllers: {@code portal/guide} is io/onhook/portal/guide.html.
   */
  @Bean
  static SpringResourceTemplateResolver defaultTemplateResolver() {
    var resolver = new SpringResourceTemplateResolver();
    resolver.setPrefix("classpath:/io/onhook/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    return resolver;
  }

  /** Writes the version of a style sheet or picture into its address. */
  @Bean
  ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
    return new ResourceUrlEncodingFilter();
  }

  @Bean
  Recurring eventStreamsBeat(EventStreams streams) {
    return Recurring.every(EventStreams.HEARTBEAT, "event-streams", streams::beat);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/look/**")
        .addResourceLocations("classpath:/static/look/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
        .addTransformer(new CssLinkResourceTransformer());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(languages).excludePathPatterns("/api/**", "/look/**");
  }
}
