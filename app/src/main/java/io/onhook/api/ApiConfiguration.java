package io.onhook.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Strict bodies, and the description of the API. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/onhook/api/openapi.properties")
class ApiConfiguration implements WebMvcConfigurer {
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.addCustomConverter(new StrictJson());
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
