package io.onhook.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.onhook.OnhookApplication;
import io.onhook.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The operator renamed over HTTP, and a service that was started with the new name. */
@SpringBootTest(classes = OnhookApplication.class, webEnvironment = WebEnvironment.MOCK)
@ActiveProfiles("sandbox")
@Import(RenameTest.NoRealCut.class)
class RenameTest {
  private static final Renamed RENAMED =
      new Renamed("晨风移动 & 通信", "Morning Wind’s (Test)", "10010", "10010-7", "#7a1fa2");

  @TempDir private static Path data;

  private final MockMvc web;
  private final RecordedCut power;

  RenameTest(@Autowired WebApplicationContext context, @Autowired RecordedCut power) {
    this.web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    this.power = power;
  }

  /** A cut would end the tests too. */
  static final class RecordedCut extends PowerCut {
    private int cuts;

    @Override
    void soon() {
      cuts++;
    }
  }

  @TestConfiguration
  static class NoRealCut {
    @Bean
    @Primary
    RecordedCut recordedCut() {
      return new RecordedCut();
    }
  }

  @DynamicPropertySource
  static void anEmptyService(DynamicPropertyRegistry properties) {
    properties.add("onhook.data", () -> data.toString());
    TestDatabase.fresh().settings().forEach((name, value) -> properties.add(name, () -> value));
  }

  @BeforeEach
  void wasRenamed() {
    new OperatorFile(data).write(RENAMED);
    power.cuts = 0;
  }

  @Test
  void afterAStartPagesNoticesAndProofsAllCarryTheNewName() throws Exception {
    var start = new ArrayList<String>(List.of("--onhook.data=" + data, "--server.port=0"));
    TestDatabase.fresh().settings().forEach((name, value) -> start.add("--" + name + "=" + value));
    try (ConfigurableApplicationContext service =
        new SpringApplicationBuilder(OnhookApplication.class)
            .profiles("sandbox")
            .run(start.toArray(String[]::new))) {
      String site = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
      assertThat(read(site + "/guide", "zh-CN"))
          .contains("晨风移动 &amp; 通信", "10010", "10010-7", "7a1fa2")
          .doesNotContain("知更通信");
      assertThat(read(site + "/guide", "en"))
          .contains("Morning Wind’s (Test)")
          .doesNotContain("Robin Mobile");
      assertThat(read(site + "/look/operator.css", "en")).contains("#7a1fa2");
      // Notices and proofs read the operator's settings into records of their own.
      for (String settings :
          List.of("io.onhook.notice.OperatorSettings", "io.onhook.certificate.Issuer")) {
        assertThat(service.getBean(Class.forName(settings)).toString())
            .contains("晨风移动 & 通信", "Morning Wind’s (Test)");
      }
    }
  }

  private static String read(String address, String language) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(address))
                  .header("Accept-Language", language)
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  @Test
  void aGoodNameIsWrittenAndTheServiceStartsAgainWithIt() throws Exception {
    assertThat(page(form("知音通信", "Échos & Amis", "+49 30 123456", "10099-2", "#0A5C63")))
        .contains("data-until-back")
        .contains("It starts again under its new name");
    assertThat(power.cuts).isEqualTo(1);

    ConfigurableEnvironment next = nextStart();
    assertThat(next.getProperty("onhook.operator.name.zh-CN")).isEqualTo("知音通信");
    assertThat(next.getProperty("onhook.operator.name.en")).isEqualTo("Échos & Amis");
    assertThat(next.getProperty("onhook.operator.hotline")).isEqualTo("+49 30 123456");
    assertThat(next.getProperty("onhook.operator.text-relay")).isEqualTo("10099-2");
    assertThat(next.getProperty("onhook.operator.brand-colour")).isEqualTo("#0A5C63");
    assertThat(files()).containsExactly("operator.properties");
  }

  @Test
  void backToRobinMobileForgetsTheNewName() throws Exception {
    assertThat(page(get("/demo/rename").header("Accept-Language", "en")))
        .contains("Back to Robin Mobile");
    assertThat(page(post("/demo/rename/back").header("Accept-Language", "en").with(csrf())))
        .contains("as Robin Mobile");
    assertThat(power.cuts).isEqualTo(1);
    assertThat(nextStart().getProperty("onhook.operator.name.en")).isEqualTo("Robin Mobile");

    assertThat(page(get("/demo/rename").header("Accept-Language", "en")))
        .doesNotContain("Back to Robin Mobile");
    MockHttpServletResponse again =
        web.perform(post("/demo/rename/back").with(csrf())).andReturn().getResponse();
    assertThat(again.getRedirectedUrl()).isEqualTo("/demo");
    assertThat(power.cuts).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "${onhook.data}",
        "#{1+1}",
        "A\nonhook.operator.site=http://evil.example",
        "A\r\n#---\r\nspring.profiles.include=x",
        "A\u0000B",
        "A\u202Egnp.B",
        "A\u200BB",
        "A\u2028B",
        "A\\u0024",
        "<script>",
        "name=value",
        "12345678901234567890123456789012345678901",
        "😀 Mobile"
      })
  void aNameThatCantBeIsSaidAtItsFieldAndChangesNothing(String name) throws Exception {
    byte[] before = Files.readAllBytes(data.resolve("operator.properties"));
    assertThat(page(form(name, name, "10099", "10099-2", "#0a5c63")))
        .contains("govuk-error-summary", "href=\"#name-zh\"", "href=\"#name-en\"")
        .contains("id=\"name-zh-error\"", "id=\"name-en-error\"")
        .doesNotContain("href=\"#hotline\"");
    assertThat(power.cuts).isZero();
    assertThat(data.resolve("operator.properties")).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12", "call us", "10099;rm", "10099\n2", "1234567890123456", "+", "１００９９"})
  void aNumberThatNobodyCanDialIsSaidAtItsField(String number) throws Exception {
    assertThat(page(form("知音", "Echo", number, number, "#0a5c63")))
        .contains("href=\"#hotline\"", "href=\"#text-relay\"")
        .doesNotContain("href=\"#name-zh\"");
    assertThat(power.cuts).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "teal", "#fff", "#ffd45c", "#0a5c6", "#0a5c63;}", "rgb(0,0,0)"})
  void aColourThatCantBeReadIsSaidAtItsFieldAndAllThatWasTypedStays(String colour)
      throws Exception {
    assertThat(page(form("知音", "Echo", "4711", "4711-2", colour)))
        .contains("href=\"#brand-colour\"")
        .contains("value=\"知音\"", "value=\"Echo\"", "value=\"4711\"", "value=\"4711-2\"")
        .contains("value=\"" + colour + "\"");
    assertThat(power.cuts).isZero();
  }

  @Test
  void theLanguageSwitchKeepsWhatWasTypedAndChecksNothing() throws Exception {
    assertThat(page(form("", "Echo", "x", "", "").param("lang", "en")))
        .contains("value=\"Echo\"")
        .doesNotContain("govuk-error-summary");
    assertThat(power.cuts).isZero();
  }

  private static MockHttpServletRequestBuilder form(
      String nameZh, String nameEn, String hotline, String textRelay, String colour) {
    return post("/demo/rename")
        .header("Accept-Language", "en")
        .with(csrf())
        .param("name-zh", nameZh)
        .param("name-en", nameEn)
        .param("hotline", hotline)
        .param("text-relay", textRelay)
        .param("brand-colour", colour);
  }

  private String page(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = web.perform(request).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  /** The settings of a start of the service, with the files as they are now. */
  private static ConfigurableEnvironment nextStart() {
    try (var started =
        new SpringApplicationBuilder(Nothing.class)
            .web(WebApplicationType.NONE)
            .profiles("sandbox")
            .run("--onhook.data=" + data)) {
      return started.getEnvironment();
    }
  }

  static class Nothing {}

  private static List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(data)) {
      return all.map(it -> it.getFileName().toString())
          .filter(it -> it.startsWith("operator"))
          .toList();
    }
  }
}
