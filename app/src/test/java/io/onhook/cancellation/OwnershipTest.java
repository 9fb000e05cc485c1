package io.onhook.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.onhook.OnhookApplication;
import io.onhook.access.ApiKeys;
import io.onhook.access.HolderPrincipal;
import io.onhook.access.Holders;
import io.onhook.access.Scope;
import io.onhook.network.HomeRegister;
import io.onhook.notice.Notice;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Whose case it is: every address that names one is asked for by its holder, by another holder and
 * by another program. Somebody else's looks exactly like one that does not exist. The addresses are
 * those of {@code endpoints.txt}, so a new one is asked for too.
 */
@SpringBootTest(classes = OnhookApplication.class, webEnvironment = WebEnvironment.MOCK)
@ActiveProfiles("sandbox")
@Import(OwnershipTest.Operator.class)
class OwnershipTest {
  private static final CaseReference UNKNOWN = CaseReference.random(new Random(7));
  private static final Actor PROGRAM = Actor.api("own-program");

  @TempDir private static Path data;

  // No @Configuration: the domain's own tests would find it.
  static class Operator {
    @Bean
    @Primary
    OperatorInTest operatorInTest() {
      return new OperatorInTest();
    }

    @Bean
    @Primary
    HomeRegister networkInTest(OperatorInTest operator) {
      return operator.network;
    }
  }

  @DynamicPropertySource
  static void anEmptyService(DynamicPropertyRegistry properties) {
    properties.add("onhook.data", () -> data.toString());
    TestDatabase.fresh().settings().forEach((name, value) -> properties.add(name, () -> value));
  }

  private final MockMvc web;
  private final OperatorInTest operator;
  private final Cancellations cancellations;
  private final ApiKeys keys;
  private final LineFixture line = LineFixture.aLine();
  private final LineFixture other = LineFixture.aLine();
  private CaseReference own = UNKNOWN;

  OwnershipTest(
      @Autowired WebApplicationContext context,
      @Autowired OperatorInTest operator,
      @Autowired Cancellations cancellations,
      @Autowired ApiKeys keys) {
    this.web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    this.operator = operator;
    this.cancellations = cancellations;
    this.keys = keys;
  }

  @BeforeEach
  void aCaseOfEach() {
    operator.add(line);
    operator.add(other);
    own = submitted(line, Actor.holder(line.partyId()));
    submitted(other, PROGRAM);
  }

  @Test
  void anotherHoldersCaseLooksLikeNone() throws Exception {
    HolderPrincipal stranger = Holders.of(other.partyId(), other.id().value());
    List<String> addresses = addresses("holder");
    assertThat(addresses).hasSizeGreaterThan(10);
    for (String address : addresses) {
      var theirs = answer(request(address, own), stranger);
      var none = answer(request(address, UNKNOWN), stranger);
      assertThat(theirs.getStatus()).as(address).isEqualTo(404);
      same(address, theirs, none);
    }
  }

  @Test
  void theHolderSeesTheirOwn() throws Exception {
    HolderPrincipal holder = Holders.of(line.partyId(), line.id().value());
    for (String page :
        List.of("", "/tracks", "/submitted", "/retract", "/receipt", "/dates.ics", "/papers")) {
      assertThat(answer(request("GET /track/{reference}" + page, own), holder).getStatus())
          .as(page)
          .isEqualTo(200);
    }
  }

  @Test
  void anotherProgramsCaseLooksLikeNone() throws Exception {
    String key =
        keys.issue(
                "curious-" + line.id().value().toLowerCase(java.util.Locale.ROOT),
                "Curious",
                EnumSet.of(
                    Scope.CANCELLATION_READ, Scope.CANCELLATION_SUBMIT, Scope.CANCELLATION_RETRACT),
                Actor.SYSTEM)
            .orElseThrow();
    List<String> addresses =
        Stream.concat(
                addresses(Scope.CANCELLATION_READ.text()).stream(),
                addresses(Scope.CANCELLATION_RETRACT.text()).stream())
            .toList();
    assertThat(addresses).hasSizeGreaterThanOrEqualTo(3);
    for (String address : addresses) {
      var theirs =
          web.perform(request(address, own).header("Authorization", "Bearer " + key))
              .andReturn()
              .getResponse();
      var none =
          web.perform(request(address, UNKNOWN).header("Authorization", "Bearer " + key))
              .andReturn()
              .getResponse();
      assertThat(theirs.getStatus()).as(address).isEqualTo(404);
      same(address, theirs, none);
    }
    assertThat(cancellations.find(own, Actor.SYSTEM).orElseThrow().retractable()).isTrue();
  }

  private static void same(
      String address, MockHttpServletResponse theirs, MockHttpServletResponse none)
      throws Exception {
    assertThat(theirs.getStatus()).as(address).isEqualTo(none.getStatus());
    assertThat(theirs.getContentType()).as(address).isEqualTo(none.getContentType());
    assertThat(theirs.getHeaderNames()).as(address).isEqualTo(none.getHeaderNames());
    assertThat(theirs.getContentAsString().replaceAll("[0-9A-Z]{5}-[0-9A-Z]{5}", "…"))
        .as(address)
        .isEqualTo(none.getContentAsString().replaceAll("[0-9A-Z]{5}-[0-9A-Z]{5}", "…"));
  }

  private MockHttpServletResponse answer(
      MockHttpServletRequestBuilder request, HolderPrincipal holder) throws Exception {
    var who = new TestingAuthenticationToken(holder, null, "ROLE_HOLDER");
    return web.perform(request.with(authentication(who)).with(csrf())).andReturn().getResponse();
  }

  private static MockHttpServletRequestBuilder request(String address, CaseReference reference) {
    String[] parts = address.split(" ");
    String path =
        parts[1]
            .replace("{reference}", reference.text())
            .replace("{page}", "1")
            .replaceAll("\\{[^}]*}", "x");
    var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(parts[0]), path);
    return path.startsWith("/api/") && parts[0].equals("POST")
        ? request.contentType("application/json").content("{}")
        : request;
  }

  /** What this one may ask for that names a case. */
  private static List<String> addresses(String who) throws Exception {
    return new ClassPathResource("io/onhook/web/security/endpoints.txt")
        .getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains("{reference}"))
        .map(line -> List.of(line.trim().split("\\s+")))
        .filter(words -> words.subList(2, words.size()).contains(who))
        .map(words -> words.get(0) + " " + words.get(1))
        .toList();
  }

  private CaseReference submitted(LineFixture it, Actor actor) {
    var request =
        new CancelLine(
            it.id(),
            "张 伟",
            "resident-id",
            LineFixture.DOCUMENT,
            null,
            new Contact(Notice.Channel.EMAIL, "wei@example.org", Instant.now()),
            null,
            Language.ZH_CN,
            "branch");
    var answer = cancellations.submit(request, actor, "key-" + it.id().value());
    assertThat(answer).isInstanceOf(SubmitAnswer.Submitted.class);
    return ((SubmitAnswer.Submitted) answer).reference();
  }
}
