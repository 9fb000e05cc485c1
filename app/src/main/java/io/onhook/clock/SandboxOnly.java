package io.onhook.clock;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start with settings of the sandbox outside of it: whoever sets one believes to be in
 * the sandbox, and would act on real lines.
 */
final class SandboxOnly implements EnvironmentPostProcessor {
  private static final String PREFIX = "onhook.sandbox.";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
      return;
    }
    List<String> found =
        environment.getPropertySources().stream()
            .filter(EnumerablePropertySource.class::isInstance)
            .flatMap(
                source ->
                    List.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
            .filter(SandboxOnly::ofTheSandbox)
            .sorted()
            .distinct()
            .toList();
    if (!found.isEmpty()) {
      throw new IllegalStateException(
          "%s: allowed in the profile sandbox only. Remove it, or start with --spring.profiles.active=sandbox"
              .formatted(String.join(", ", found)));
    }
  }

  private static boolean ofTheSandbox(String name) {
    return name.startsWith(PREFIX) || name.startsWith("ONHOOK_SANDBOX_");
  }
}
