package io.onhook.counter;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the gate before every page of a branch's staff. */
@Configuration(proxyBeanMethods = false)
class OfficeGateConfiguration implements WebMvcConfigurer {
  private final OfficeGate gate;

  OfficeGateConfiguration(OfficeGate gate) {
    this.gate = gate;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(gate)
        .addPathPatterns("/staff/counter/**", "/staff/branch/**")
        .excludePathPatterns(OfficeGate.REFUSED);
  }
}
