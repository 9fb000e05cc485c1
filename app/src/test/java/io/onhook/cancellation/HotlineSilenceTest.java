package io.onhook.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.onhook.OnhookApplication;
import io.onhook.access.Role;
import io.onhook.access.StaffPrincipal;
import io.onhook.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
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

/** Over the real pages: before a caller is checked, an agent sees the same of everybody. */
@SpringBootTest(
    classes = OnhookApplication.class,
    webEnvironment = WebEnvironment.MOCK,
    properties = "onhook.sign-in.answers-after=PT0S")
@ActiveProfiles("sandbox")
@Import(OwnershipTest.Operator.class)
class HotlineSilenceTest {
  private static final String CALLS = "/staff/hotline/calls";

  @TempDir private static Path data;

  @DynamicPropertySource
  static void anEmptyService(DynamicPropertyRegistry properties) {
    properties.add("onhook.data", () -> data.toString());
    TestDatabase.fresh().settings().forEach((name, value) -> properties.add(name, () -> value));
  }

  private final MockMvc web;
  private final LineFixture line = LineFixture.aLine();

  HotlineSilenceTest(@Autowired WebApplicationContext context, @Autowired OperatorInTest operator) {
    web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    operator.add(line);
  }

  @Test
  void aKnownAndAnUnknownNumberLookAlikeAtEveryStep() throws Exception {
    String known = begin("mei", line.number().e164());
    String unknown = begin("mei", "+8619911117777");
    for (String what : List.of("", "/code", "/check", "/lost")) {
      String ofKnown = look(known, what);
      assertThat(ofKnown).doesNotContain("张伟").doesNotContain("zhang.wei");
      assertThat(plain(ofKnown, known)).as(what).isEqualTo(plain(look(unknown, what), unknown));
    }
    for (String what : List.of("/bar", "/lift", "/send", "/notes", "/cancel", "/consent")) {
      assertThat(as("mei", MockMvcRequestBuilders.post(CALLS + "/" + known + what)).getStatus())
          .as(what)
          .isEqualTo(404);
    }
  }

  @Test
  void aColleaguesCallDoesNotExist() throws Exception {
    String call = begin("mei", line.number().e164());
    for (String what : List.of("", "/cancel", "/consent")) {
      assertThat(as("bo", MockMvcRequestBuilders.get(CALLS + "/" + call + what)).getStatus())
          .isEqualTo(404);
    }
    for (String what :
        List.of("/code", "/check", "/lost", "/bar", "/lift", "/send", "/notes", "/end")) {
      assertThat(as("bo", MockMvcRequestBuilders.post(CALLS + "/" + call + what)).getStatus())
          .as(what)
          .isEqualTo(404);
    }
  }

  @Test
  void whatCanBeNothingIsNamedAndKept() throws Exception {
    String page =
        as("mei", MockMvcRequestBuilders.post(CALLS).param("named", "what <else>"))
            .getContentAsString();
    assertThat(page).contains("href=\"#named\"").contains("what &lt;else&gt;");
  }

  /** The page after this step. */
  private String look(String call, String what) throws Exception {
    if (!what.isEmpty()) {
      MockHttpServletResponse answer =
          as(
              "mei",
              MockMvcRequestBuilders.post(CALLS + "/" + call + what)
                  .param("digits", "1234567")
                  .param("documentEnd", "7777"));
      if (answer.getStatus() == 200) {
        return answer.getContentAsString();
      }
      assertThat(answer.getRedirectedUrl()).isEqualTo(CALLS + "/" + call);
    }
    return as("mei", MockMvcRequestBuilders.get(CALLS + "/" + call)).getContentAsString();
  }

  /** Without what the agent typed, the call's name and the form's tokens. */
  private static String plain(String page, String call) {
    return page.replace(call, "…")
        .replaceAll("\\+86 ?[0-9]+•+[0-9]+", "…")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "…");
  }

  private String begin(String agent, String named) throws Exception {
    String to =
        Objects.requireNonNull(
            as(agent, MockMvcRequestBuilders.post(CALLS).param("named", named)).getRedirectedUrl());
    return to.substring(to.lastIndexOf('/') + 1);
  }

  private MockHttpServletResponse as(String agent, MockHttpServletRequestBuilder request)
      throws Exception {
    var staff = new StaffPrincipal(agent, agent, Set.of(Role.HOTLINE));
    var who = new TestingAuthenticationToken(staff, null, "ROLE_HOTLINE");
    return web.perform(request.with(authentication(who)).with(csrf())).andReturn().getResponse();
  }
}
