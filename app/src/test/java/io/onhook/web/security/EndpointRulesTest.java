package io.onhook.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.OnhookApplication;
import io.onhook.access.Role;
import io.onhook.access.Scope;
import io.onhook.testing.TestDatabase;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Every address of the service × everybody: {@code endpoints.txt} says who may, and a new address
 * without a line there fails.
 */
@SpringBootTest(classes = OnhookApplication.class, webEnvironment = WebEnvironment.MOCK)
@ActiveProfiles("sandbox")
class EndpointRulesTest {
  @TempDir private static Path data;

  @DynamicPropertySource
  static void anEmptyService(DynamicPropertyRegistry properties) {
    properties.add("onhook.data", () -> data.toString());
    TestDatabase.fresh().settings().forEach((name, value) -> properties.add(name, () -> value));
  }

  private final FilterChainProxy chains;
  private final Collection<RequestMappingInfoHandlerMapping> mappings;

  EndpointRulesTest(
      @Autowired FilterChainProxy chains,
      @Autowired Map<String, RequestMappingInfoHandlerMapping> mappings) {
    this.chains = chains;
    this.mappings = mappings.values();
  }

  @Test
  void letsEachToTheAddressesThatTheTableSaysAndToNoOther() {
    Map<String, Set<String>> table = table();
    var actual = new TreeMap<String, Set<String>>();
    for (String endpoint : endpoints()) {
      actual.put(endpoint, allowed(endpoint));
    }

    assertThat(actual).containsExactlyInAnyOrderEntriesOf(table);
  }

  @Test
  void opensNothingMoreByAskingForTheHeadersOnly() {
    for (String endpoint : endpoints()) {
      if (endpoint.startsWith("GET ")) {
        Set<String> byHead = allowed(endpoint.replace("GET ", "HEAD "));
        Set<String> byGet = allowed(endpoint);
        assertThat(byGet.contains("everybody") || byGet.containsAll(byHead)).as(endpoint).isTrue();
      }
    }
  }

  /** {@code GET /staff/reviews/{reference}} and so on: all that any controller answers. */
  private Set<String> endpoints() {
    var endpoints = new TreeSet<String>();
    for (RequestMappingInfoHandlerMapping mapping : mappings) {
      for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
          if (methods.isEmpty()) {
            endpoints.add("GET " + pattern);
            endpoints.add("POST " + pattern);
          }
          methods.forEach(method -> endpoints.add(method + " " + pattern));
        }
      }
    }
    return endpoints;
  }

  private Set<String> allowed(String endpoint) {
    var allowed = new TreeSet<String>();
    Map<String, Authentication> everybody = everybody();
    everybody.forEach(
        (name, who) -> {
          if (mayPass(endpoint, who)) {
            allowed.add(name);
          }
        });
    return allowed.equals(everybody.keySet()) ? Set.of("everybody") : allowed;
  }

  private boolean mayPass(String endpoint, Authentication who) {
    String[] parts = endpoint.split(" ");
    String path = parts[1].replaceAll("\\{[^}]*}", "x").replace("**", "x");
    var request = new MockHttpServletRequest(parts[0], path);
    request.setServletPath(path);
    ServletRequestPathUtils.parseAndCache(request);
    SecurityFilterChain chain =
        chains.getFilterChains().stream()
            .filter(candidate -> candidate.matches(request))
            .findFirst()
            .orElseThrow();
    for (Filter filter : chain.getFilters()) {
      if (filter instanceof AuthorizationFilter authorization) {
        return Objects.requireNonNull(
                authorization.getAuthorizationManager().authorize(() -> who, request))
            .isGranted();
      }
    }
    throw new AssertionError("A chain without rules answers " + endpoint);
  }

  private static Map<String, Authentication> everybody() {
    var everybody = new LinkedHashMap<String, Authentication>();
    everybody.put(
        "nobody",
        new AnonymousAuthenticationToken(
            "key", "anonymous", new ArrayList<>(authority("ROLE_ANONYMOUS").getAuthorities())));
    everybody.put("holder", authority("ROLE_HOLDER"));
    for (Role role : Role.values()) {
      everybody.put(role.name().toLowerCase(Locale.ROOT), authority("ROLE_" + role.name()));
    }
    for (Scope scope : Scope.values()) {
      everybody.put(scope.text(), authority("SCOPE_" + scope.text()));
    }
    return new TreeMap<>(everybody);
  }

  private static Authentication authority(String authority) {
    return new TestingAuthenticationToken("somebody", null, authority);
  }

  private static Map<String, Set<String>> table() {
    var table = new TreeMap<String, Set<String>>();
    for (String line : lines()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> words = List.of(line.trim().split("\\s+"));
        table.put(words.get(0) + " " + words.get(1), new TreeSet<>(words.subList(2, words.size())));
      }
    }
    return table;
  }

  private static List<String> lines() {
    try {
      return new ClassPathResource("io/onhook/web/security/endpoints.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
