package io.onhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** ARCHITECTURE.md shows the modules as they are. */
class ArchitecturePictureTest {
  private final ApplicationModules modules = ApplicationModules.of(OnhookApplication.class);

  @Test
  void theDocumentShowsWhoUsesWhom() throws IOException {
    new Documenter(modules).writeDocumentation();
    String picture =
        modules.stream()
            .sorted(Comparator.comparing(ApplicationModule::getIdentifier))
            .map(this::uses)
            .collect(Collectors.joining("\n", "| module | uses |\n|---|---|\n", "\n"));
    Path drawn = Path.of("target/modules.md");
    Files.writeString(drawn, picture);
    assertThat(Files.readString(Path.of("../ARCHITECTURE.md")))
        .as("Copy %s into ARCHITECTURE.md", drawn.toAbsolutePath())
        .contains(picture);
  }

  private String uses(ApplicationModule module) {
    List<String> names =
        module.getDirectDependencies(modules).stream()
            .map(ApplicationModuleDependency::getTargetModule)
            .map(target -> target.getIdentifier().toString())
            .filter(name -> !name.equals("shared"))
            .distinct()
            .sorted()
            .toList();
    return Stream.of(module.getIdentifier().toString(), String.join(", ", names))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
