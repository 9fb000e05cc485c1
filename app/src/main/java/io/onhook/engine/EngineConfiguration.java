package io.onhook.engine;

import io.onhook.journal.Journal;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine's beans. Modules bring processes, steps and write handlers as beans of their own.
 *
 * <p>A step that looks at other cases takes an {@code ObjectProvider<Cases>}: the door needs the
 * engine, which needs the steps.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineOptions.class)
class EngineConfiguration {
  @Bean
  Processes processes(List<CaseProcess<?>> processes, List<Step<?>> steps, Vault vault) {
    return new Processes(processes, steps, text -> vault.digest("engine/intent", text));
  }

  @Bean
  Engine engine(
      DataSource database,
      Clock clock,
      Journal journal,
      Processes processes,
      List<WriteHandler<?>> handlers,
      EngineOptions settings,
      ObjectProvider<Watch> watch) {
    return new Engine(
        database,
        clock,
        journal,
        processes,
        handlers,
        settings,
        watch.getIfUnique(() -> Watch.NOBODY));
  }

  @Bean
  Cases cases(Engine engine) {
    return engine.cases();
  }
}
