package io.onhook.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.onhook.OnhookApplication;
import io.onhook.access.Role;
import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.LineFixture;
import io.onhook.cancellation.OperatorInTest;
import io.onhook.cancellation.World;
import io.onhook.document.SpecimenFiles;
import io.onhook.network.HomeRegister;
import io.onhook.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * A clerk's day with one visitor, page by page, without scripts: from sitting down to the count.
 */
@SpringBootTest(classes = OnhookApplication.class, webEnvironment = WebEnvironment.MOCK)
@ActiveProfiles("sandbox")
@Import(CounterWalkTest.Operator.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CounterWalkTest {
  private static final String DESK = "/staff/counter";
  private static final Pattern HASH = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"");

  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
  private static final Pattern REFERENCE =
      Pattern.compile("(?<![-0-9A-Z])[0-9A-Z]{5}-[0-9A-Z]{5}(?![-0-9A-Z])");

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
  private int pages;
  private final MockHttpSession session = new MockHttpSession();
  private final MockHttpSession stranger = new MockHttpSession();
  private final StaffPrincipal lin = new StaffPrincipal("lin", "Lin", Set.of(Role.CLERK));
  private final StaffPrincipal boss =
      new StaffPrincipal("boss", "Boss", Set.of(Role.BRANCH_MANAGER));

  CounterWalkTest(@Autowired WebApplicationContext context, @Autowired OperatorInTest operator) {
    this.web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    this.operator = operator;
  }

  @Test
  @Order(1)
  void servesAVisitorFromTheNumberToTheReceipt() throws Exception {
    LineFixture line = LineFixture.aLine().withArrears(8800);
    operator.add(line);

    assertThat(sent(post(DESK + "/window"), "office", "hongqiao", "number", "99"))
        .contains("value=\"99\"");
    goes(DESK, post(DESK + "/window"), "office", "hongqiao", "number", "2");
    goes(DESK, post(DESK + "/acts/call"));
    goes(DESK, post(DESK + "/walk-in"), "walk-in", "end-line");
    assertThat(page(DESK)).contains("A001");
    goes(DESK, post(DESK + "/acts/call"));
    assertThat(page(DESK + "/queue?shown=A001")).doesNotContain("role=\"alert\"");
    goes(DESK, post(DESK + "/acts/begin"));
    String visit = DESK + "/visits/1";
    goes(visit + "/line", post(DESK + "/visits"));

    assertThat(sent(post(visit + "/line"), "typed", "nonsense")).contains("nonsense");
    goes(visit, post(visit + "/line"), "typed", line.number().e164());
    assertThat(page(visit)).contains("88.00");
    assertThat(
            sent(
                post(visit + "/identity"),
                "kind",
                "resident-id",
                "documentNumber",
                "110105194912310021",
                "alike",
                "true"))
        .contains("110105194912310021");
    goes(
        visit,
        post(visit + "/identity"),
        "kind",
        "resident-id",
        "documentNumber",
        LineFixture.DOCUMENT,
        "alike",
        "true");

    page(visit + "/identity");
    page(visit + "/open");
    page(visit + "/sim");
    assertThat(page(visit + "/pay")).contains("value=\"88.00\"");
    goes(visit, post(visit + "/pay"), "method", "cash", "owed", "88.00", "given", "100");
    World.await("billing to be told", () -> operator.effects.contains("pay cash CNY 88.00"));

    assertThat(sent(post(visit + "/open"), "postal", "")).contains("href=\"#address\"");
    goes(visit, post(visit + "/open"), "postal", "张伟\n示例路 1 号", "language", "zh-CN");
    String digits = line.line().iccid().digits();
    assertThat(sent(post(visit + "/sim"), "kind", "card", "iccid", "12")).contains("#iccid");
    goes(visit, post(visit + "/sim"), "kind", "card", "iccid", digits);

    Matcher hash = HASH.matcher(page(visit + "/sign"));
    assertThat(hash.find()).isTrue();
    assertThat(
            sent(
                post(visit + "/sign"),
                "hash",
                hash.group(1),
                "drawn",
                "M10 10",
                "explained",
                "true"))
        .contains("href=\"#name\"");
    goes(
        visit,
        post(visit + "/sign"),
        "hash",
        hash.group(1),
        "drawn",
        "M10 100L120 20L200 150",
        "explained",
        "true");
    MockHttpServletResponse receipt = answer(get(visit + "/receipt"), lin);
    assertThat(receipt.getContentType()).isEqualTo("application/pdf");
    assertThat(answer(get(visit + "/certificate"), lin).getRedirectedUrl())
        .isEqualTo(visit + "/not-printed");
    assertThat(page(visit)).contains("/receipt").contains("/printed-code");
    looksWithThePrintedCode(visit);
    assertThat(page(DESK)).contains("A001");
    assertThat(page(visit + "/not-printed")).contains(visit + "/receipt");
    assertThat(page(DESK + "/sims")).contains(digits.substring(digits.length() - 4));

    goes(DESK, post(DESK + "/acts/finish"));
    assertThat(sent(post(DESK + "/till"), "counted", "80")).contains("name=\"reason\"");
    goes(DESK + "/till", post(DESK + "/till"), "counted", "88");
    assertThat(answer(get("/staff/branch"), boss).getRedirectedUrl()).startsWith("/staff/branch/");
    assertThat(kept(answer(get("/staff/branch/hongqiao"), boss).getContentAsString()))
        .contains("lin")
        .contains("<rect");
    assertThat(answer(get("/staff/branch/hongqiao/days.csv"), boss).getContentAsString())
        .contains(",1,1,0,0,0,");
    handsOverWhomTheyKnow();
    assertThat(
            answer(post("/staff/branch/hongqiao/windows/2/close").with(csrf()), boss)
                .getRedirectedUrl())
        .isEqualTo("/staff/branch/hongqiao");
    goes(DESK, post(DESK + "/acts/call"));
  }

  private void handsOverWhomTheyKnow() throws Exception {
    goes(DESK, post(DESK + "/walk-in"), "walk-in", "end-line");
    goes(DESK, post(DESK + "/acts/call"));
    goes(DESK, post(DESK + "/acts/begin"));
    String visit = DESK + "/visits/2";
    goes(visit + "/line", post(DESK + "/visits"));
    assertThat(page(visit)).contains("I know this person");
    goes(DESK, post(visit + "/conflict"));
    assertThat(page(visit)).contains("You said that you know this person");
    goes(DESK, post(DESK + "/acts/call"));
    goes(DESK, post(visit + "/conflict"));
    assertThat(page(DESK)).as("waits for a colleague").contains("A002").contains("/acts/call");
  }

  private void looksWithThePrintedCode(String visit) throws Exception {
    MockHttpServletResponse printed = answer(post(visit + "/printed-code").with(csrf()), lin);
    assertThat(printed.getContentType()).isEqualTo("application/pdf");
    assertThat(printed.getHeader("Cache-Control")).contains("no-store");
    String text;
    try (PDDocument pdf = Loader.loadPDF(printed.getContentAsByteArray())) {
      text = new PDFTextStripper().getText(pdf);
    }
    Matcher code = CODE.matcher(text);
    Matcher reference = REFERENCE.matcher(text);
    assertThat(code.find() && reference.find()).isTrue();

    String look = "/sign-in/reference/printed";
    assertThat(anybody(get("/sign-in/reference")).getContentAsString()).contains(look);
    assertThat(anybody(get(look + "/case")).getRedirectedUrl()).isEqualTo(look + "?over");
    assertThat(anybody(get(look + "?over")).getContentAsString()).contains("name=\"code\"");
    assertThat(
            kept(
                anybody(
                        filled(
                            post(look), "reference", reference.group(), "code", "0000-0000-0000"))
                    .getContentAsString()))
        .contains("href=\"#code\"")
        .contains(reference.group());
    assertThat(
            anybody(filled(post(look), "reference", reference.group(), "code", code.group()))
                .getRedirectedUrl())
        .isEqualTo(look + "/case");
    assertThat(kept(anybody(get(look + "/case")).getContentAsString()))
        .contains(reference.group())
        .doesNotContain("/retract");
    assertThat(anybody(get("/track/" + reference.group())).getStatus()).isEqualTo(302);
    assertThat(anybody(post(look + "/leave").with(csrf())).getRedirectedUrl()).isEqualTo(look);
    assertThat(anybody(get(look + "/case")).getRedirectedUrl()).isEqualTo(look + "?over");
  }

  private MockHttpServletResponse anybody(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.header("Accept-Language", "en").session(stranger))
        .andReturn()
        .getResponse();
  }

  @Test
  @Order(2)
  void servesAnAgentWithBothIdsAndTheMandate() throws Exception {
    LineFixture line = LineFixture.aLine();
    operator.add(line);
    goes(DESK, post(DESK + "/window"), "office", "hongqiao", "number", "3");
    goes(DESK, post(DESK + "/walk-in"), "walk-in", "end-line");
    goes(DESK, post(DESK + "/acts/call"));
    goes(DESK, post(DESK + "/acts/begin"));
    String to = answer(post(DESK + "/visits").with(csrf()), lin).getRedirectedUrl();
    assertThat(to).endsWith("/line");
    String visit = java.util.Objects.requireNonNull(to).replace("/line", "");
    goes(visit, post(visit + "/line"), "typed", line.number().e164());

    assertThat(page(visit + "/who")).contains("value=\"guardian\"");
    assertThat(sent(post(visit + "/who"), "acting", "stranger")).contains("href=\"#acting\"");
    goes(visit + "/who/agent", post(visit + "/who"), "acting", "agent");
    page(visit + "/who/agent");
    String[] who = {
      "name", "李娜", "documentKind", "resident-id", "documentNumber", "110105190101039020",
      "relation", "friend", "mandateUntil", "2001-01-01", "alike", "true"
    };
    assertThat(sent(post(visit + "/who/agent"), who))
        .contains("href=\"#mandateUntil\"")
        .contains("李娜");
    who[9] = "2099-12-31";
    goes(visit, post(visit + "/who/agent"), who);
    goes(
        visit,
        post(visit + "/identity"),
        "kind",
        "resident-id",
        "documentNumber",
        LineFixture.DOCUMENT,
        "alike",
        "true");
    assertThat(sent(post(visit + "/open"), "postal", "李娜\n示例路 1 号", "language", "en"))
        .contains("href=\"#open\"")
        .contains("李娜");
    for (String paper : new String[] {"agent-id", "authorisation"}) {
      var photo =
          multipart(visit + "/papers")
              .file(
                  new MockMultipartFile(
                      "file", "a.jpg", "image/jpeg", SpecimenFiles.jpeg(800, 600)))
              .param("paper", paper)
              .with(csrf());
      assertThat(answer(photo, lin).getRedirectedUrl()).isEqualTo(visit + "/papers");
    }
    assertThat(sent(post(visit + "/papers"), "paper", "agent-id"))
        .contains("href=\"#file-agent-id\"");
    assertThat(page(visit + "/papers")).contains("/remove");
    assertThat(page(visit)).contains("李娜");
    goes(visit, post(visit + "/open"), "postal", "李娜\n示例路 1 号", "language", "en");
    Matcher hash = HASH.matcher(page(visit + "/sign"));
    assertThat(hash.find()).isTrue();
    goes(visit, post(visit + "/sign"), "hash", hash.group(1), "name", "李娜", "explained", "true");
    assertThat(sent(post(visit + "/who"), "acting", "holder")).contains("href=\"#acting\"");
    goes(DESK, post(DESK + "/acts/finish"));
    goes(DESK + "/window", post(DESK + "/window/close"));
  }

  private String page(String path) throws Exception {
    MockHttpServletResponse answer = answer(get(path), lin);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return kept(answer.getContentAsString());
  }

  /** To be looked at, below {@code target/pages}. */
  private String kept(String html) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/pages"));
    Files.writeString(folder.resolve("counter-walk-%02d.html".formatted(++pages)), html);
    return html;
  }

  /** What a form shows again. */
  private String sent(MockHttpServletRequestBuilder request, String... fields) throws Exception {
    MockHttpServletResponse answer = answer(filled(request, fields), lin);
    assertThat(answer.getStatus()).isEqualTo(200);
    return kept(answer.getContentAsString());
  }

  private void goes(String where, MockHttpServletRequestBuilder request, String... fields)
      throws Exception {
    MockHttpServletResponse answer = answer(filled(request, fields), lin);
    assertThat(answer.getRedirectedUrl())
        .as(() -> answer.getStatus() + " instead of going to " + where)
        .isEqualTo(where);
  }

  private static MockHttpServletRequestBuilder filled(
      MockHttpServletRequestBuilder request, String... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return request.with(csrf());
  }

  private MockHttpServletResponse answer(
      AbstractMockHttpServletRequestBuilder<?> request, StaffPrincipal staff) throws Exception {
    var who =
        new TestingAuthenticationToken(
            staff, null, "ROLE_" + staff.roles().iterator().next().name());
    return web.perform(
            request.header("Accept-Language", "en").session(session).with(authentication(who)))
        .andReturn()
        .getResponse();
  }
}
