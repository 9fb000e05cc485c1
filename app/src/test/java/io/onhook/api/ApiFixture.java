package io.onhook.api;

import static org.mockito.Mockito.mock;

import com.zaxxer.hikari.HikariDataSource;
import io.onhook.access.AccessFixture;
import io.onhook.access.ApiKeys;
import io.onhook.access.DemoAccounts;
import io.onhook.access.KeptForms;
import io.onhook.access.OneLine;
import io.onhook.access.StaffAccounts;
import io.onhook.call.VoiceLine;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Redeeming;
import io.onhook.certificate.Certificates;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import io.onhook.vault.Vault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The API on a real server with the real chain and database; the domain answers what a test wants,
 * so that each of its answers can be seen over HTTP.
 */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {"io.onhook.api", "io.onhook.web"},
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@Import({AccessFixture.Sessions.class, ApiFixture.RealPacks.class})
class ApiFixture {
  static final class RealPacks implements ImportSelector {
    @Override
    public String[] selectImports(AnnotationMetadata importing) {
      return new String[] {"io.onhook.policy.PackConfiguration"};
    }
  }

  @Bean
  TestDatabase testDatabase() {
    return TestDatabase.fresh();
  }

  @Bean
  HikariDataSource dataSource(TestDatabase database) {
    return database.single();
  }

  @Bean
  Vault vault(TestDatabase database) {
    return TestVault.on(database).vault();
  }

  @Bean
  Clock clock() {
    return new SettableClock(Instant.parse("2026-11-22T10:10:00Z"));
  }

  @Bean
  OneLine lines() {
    return new OneLine();
  }

  @Bean
  Cancellations cancellations() {
    return mock(Cancellations.class);
  }

  @Bean
  Redeeming redeeming() {
    return mock(Redeeming.class);
  }

  @Bean
  VoiceLine voiceLine() {
    return mock(VoiceLine.class);
  }

  @Bean
  Certificates certificates() {
    return mock(Certificates.class);
  }

  @Bean
  AccessFixture access(TestDatabase database, OneLine lines, Clock clock) {
    var access = new AccessFixture(database, lines, clock);
    access.addDemo();
    return access;
  }

  @Bean
  StaffAccounts staffAccounts(AccessFixture access) {
    return access.staff;
  }

  @Bean
  KeptForms keptForms(AccessFixture access) {
    return access.forms;
  }

  @Bean
  ApiKeys apiKeys(AccessFixture access) {
    return access.keys;
  }

  /** A program with the demo client's key. */
  record Program(int port, String key, String language) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Program at(int port) {
      return new Program(port, DemoAccounts.CLIENT_KEY, "en");
    }

    Program reviewer() {
      return new Program(port, DemoAccounts.REVIEWER_KEY, language);
    }

    Program chinese() {
      return new Program(port, key, "zh-CN");
    }

    HttpResponse<String> get(String path) throws Exception {
      return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json, String... headers) throws Exception {
      HttpRequest.Builder request =
          request(path)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json));
      return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
          .header("Authorization", "Bearer " + key)
          .header("Accept-Language", language);
    }
  }
}
