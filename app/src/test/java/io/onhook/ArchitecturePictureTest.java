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

/** Draws the modules, and sees that ARCHITECTURE.md leaves none out. */
class ArchitecturePictureTest {
  private final ApplicationModules modules = ApplicationModules.of(OnhookApplication.class);

  @Test
  void theDocumentKnowsEveryModule() throws IOException {
    new Documenter(modules).writeDocumentation();
    List<String> rows =
        modules.stream()
            .sorted(Comparator.comparing(ApplicationModule::getIdentifier))
            .map(this::uses)
            .toList();
    Path drawn = Path.of("target/modules.md");
    Files.writeString(drawn, "| module | uses |\n|---|---|\n" + String.join("\n", rows) + "\n");
    String document = Files.readString(Path.of("../ARCHITECTURE.md"));
    assertThat(modules.stream().map(module -> "\n| " + module.getIdentifier() + " | ").toList())
        .as("Copy %s into ARCHITECTURE.md", drawn.toAbsolutePath())
        .allSatisfy(row -> assertThat(document).contains(row));
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
