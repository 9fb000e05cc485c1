package io.onhook.command;

import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * A few modules beside a service that may be running: it joins the service's database, makes only
 * what is asked for, and nothing in it works by itself.
 */
final class AtRest {
  private AtRest() {}

  /**
   * Does one thing with them.
   *
   * @param modules a class with their component scan
   * @param settings as for the service
   * @return the exit code
   */
  static int with(
      Class<?> modules, String[] settings, ToIntFunction<ConfigurableApplicationContext> work) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(modules, Still.class)
            .web(WebApplicationType.NONE)
            .beanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE)
            .lazyInitialization(true)
            .logStartupInfo(false)
            .run(quietly(settings))) {
      return work.applyAsInt(context);
    }
  }

  private static String[] quietly(String[] settings) {
    return Stream.concat(
            Stream.of(settings),
            Stream.of(
                "--onhook.database.join=true",
                "--logging.level.root=ERROR",
                "--logging.level.io.onhook=ERROR"))
        .toArray(String[]::new);
  }

  /** No worker runs and no root is written. */
  static class Still {
    @Bean
    static LifecycleProcessor lifecycleProcessor() {
      return new LifecycleProcessor() {
        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
          return false;
        }
      };
    }
  }
}
