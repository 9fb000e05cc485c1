package io.onhook;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product: {@code java -jar onhook.jar}. */
@SpringBootApplication
public class OnhookApplication {

  public static void main(String[] args) {
    SpringApplication.run(OnhookApplication.class, args);
  }
}
