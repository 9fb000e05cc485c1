package io.onhook;

import io.onhook.command.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts the product: {@code java -jar onhook.jar}. With words before the settings it does what
 * {@link CommandLine} says instead.
 */
// Modules name their classes without asking each other: api and number both have Numbers.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class OnhookApplication {

  public static void main(String[] args) {
    CommandLine.run(args).ifPresent(System::exit);
    SpringApplication.run(OnhookApplication.class, args);
  }
}
