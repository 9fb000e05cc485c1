package io.onhook;

import io.onhook.command.VerifyJournal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the product: {@code java -jar onhook.jar}; {@code journal verify} proves its record. */
// Modules name their classes without asking each other: api and number both have Numbers.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class OnhookApplication {

  public static void main(String[] args) {
    if (args.length >= 2 && args[0].equals("journal") && args[1].equals("verify")) {
      System.exit(VerifyJournal.run(args));
    }
    SpringApplication.run(OnhookApplication.class, args);
  }
}
