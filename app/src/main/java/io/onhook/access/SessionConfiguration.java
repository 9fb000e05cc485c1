package io.onhook.access;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/**
 * Web sessions stand in the database: they outlive a restart, are known on every node, and end at
 * once when their row goes. A signed cookie could do the first two, but could not be taken back.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "access.session", maxInactiveIntervalInSeconds = 1800)
class SessionConfiguration {
  @Bean
  ConversionService springSessionConversionService() {
    var service = new GenericConversionService();
    service.addConverter(Object.class, byte[].class, SessionContent::write);
    Converter<byte[], @Nullable Object> read = SessionContent::read;
    service.addConverter(byte[].class, Object.class, read);
    return service;
  }
}
