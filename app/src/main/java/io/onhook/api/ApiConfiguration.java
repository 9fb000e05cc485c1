package io.onhook.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Strict bodies, and the description of the API. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/onhook/api/openapi.properties")
class ApiConfiguration implements WebMvcConfigurer {
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.addCustomConverter(new StrictJson());
  }

  /** Our own page and script, and Swagger UI's files beside them. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/api-page/**")
        .addResourceLocations(
            "classpath:/io/onhook/api/page/",
            "classpath:/META-INF/resources/webjars/swagger-ui/" + swaggerUi() + "/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
  }

  /** The version of Swagger UI that came with the build. */
  private static String swaggerUi() {
    var about = new Properties();
    try (InputStream in =
        new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties")
            .getInputStream()) {
      about.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Swagger UI is not in the build", e);
    }
    return about.getProperty("version");
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Onhook")
                .version("1")
                .description(
                    """
                    Ends mobile lines. Send `Authorization: Bearer ohk_…` with each request. \
                    Refusals are problems (RFC 9457) with a stable `code`; where fields are wrong, \
                    `errors` names field, problem and remedy in the language of `Accept-Language` \
                    (zh-CN or en). Numbers stand in bodies only, never in an address.\
                    """))
        .components(
            new Components()
                .addSecuritySchemes(
                    "key",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("ohk_…")))
        .addSecurityItem(new SecurityRequirement().addList("key"));
  }
}
