package io.onhook.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.onhook.OnhookApplication;
import io.onhook.access.Role;
import io.onhook.access.StaffAccounts;
import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.LineFixture;
import io.onhook.cancellation.OperatorInTest;
import io.onhook.network.HomeRegister;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.testing.TestDatabase;
import io.onhook.visit.Tills;
import io.onhook.visit.Visit;
import io.onhook.visit.Visits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who is bound to offices is held to them at each address that takes one. */
@SpringBootTest(classes = OnhookApplication.class, webEnvironment = WebEnvironment.MOCK)
@ActiveProfiles("sandbox")
@Import(OfficeGateTest.Operator.class)
class OfficeGateTest {
  private static final String DESK = "/staff/counter";
  private static final Actor ADMIN = Actor.staff("admin");
  private static final String OWN = "xujiahui";

  /** Open around the clock. */
  private static final String OTHER = "hongqiao";

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

  private final StaffPrincipal clerk = new StaffPrincipal("bei", "Bei", Set.of(Role.CLERK));
  private final StaffPrincipal boss = new StaffPrincipal("nan", "Nan", Set.of(Role.BRANCH_MANAGER));
  private final StaffPrincipal free = new StaffPrincipal("dong", "Dong", Set.of(Role.CLERK));
  private final WebApplicationContext context;
  private final MockMvc web;
  private final OperatorInTest operator;
  private final StaffAccounts accounts;

  OfficeGateTest(@Autowired WebApplicationContext context, @Autowired OperatorInTest operator) {
    this.context = context;
    this.web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    this.operator = operator;
    this.accounts = context.getBean(StaffAccounts.class);
  }

  @Test
  void whoIsBoundToAnOfficeReachesNoOtherByAnyAddress() throws Exception {
    for (StaffPrincipal staff : List.of(clerk, boss, free)) {
      accounts.add(staff.username(), staff.displayName(), "a long password", staff.roles(), ADMIN);
    }
    accounts.bind(clerk.username(), Set.of(OWN), ADMIN);
    accounts.bind(boss.username(), Set.of(OWN), ADMIN);
    CaseReference payment = servedAtTheOther();
    int tried = 0;
    for (MockHttpServletRequestBuilder request : everyAddress(payment)) {
      for (StaffPrincipal staff : List.of(clerk, boss)) {
        MockHttpServletResponse answer = answer(request, staff);
        if (staff == clerk && answer.getForwardedUrl() == null && answer.getStatus() == 403) {
          continue; // A branch manager's page.
        }
        refused(answer);
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(40);
    refused(answer(post(DESK + "/window").param("office", OTHER).param("number", "2"), clerk));
    assertThat(answer(get("/staff/counter/other-office"), clerk).getContentAsString())
        .contains("Xujiahui store")
        .doesNotContain("Hongqiao");

    seesOnlyTheOwn();
    assertThat(answer(get(DESK + "/visits/1"), free).getStatus()).isEqualTo(200);
    accounts.bind(clerk.username(), Set.of(), ADMIN);
    assertThat(answer(get(DESK + "/visits/1"), clerk).getStatus()).isEqualTo(200);

    // Bound while they sit elsewhere: they can get up, and nothing else.
    accounts.bind(free.username(), Set.of(OWN), ADMIN);
    refused(answer(get(DESK), free));
    refused(answer(get(DESK + "/queue"), free));
    refused(answer(post(DESK + "/acts/call"), free));
    refused(answer(post(DESK + "/walk-in").param("walk-in", "end-line"), free));
    refused(answer(get(DESK + "/sims"), free));
    assertThat(answer(get("/staff/counter/other-office"), free).getContentAsString())
        .contains("/staff/counter/window/close");
    assertThat(answer(post(DESK + "/window/close"), free).getStatus()).isEqualTo(302);
  }

  /** A visit and a payment at the other office, by somebody who is bound to none. */
  private CaseReference servedAtTheOther() throws Exception {
    LineFixture line = LineFixture.aLine().withArrears(8800);
    operator.add(line);
    goes(post(DESK + "/window").param("office", OTHER).param("number", "2"));
    goes(post(DESK + "/walk-in").param("walk-in", "end-line"));
    goes(post(DESK + "/acts/call"));
    goes(post(DESK + "/acts/begin"));
    goes(post(DESK + "/visits"));
    goes(post(DESK + "/visits/1/line").param("typed", line.number().e164()));
    goes(post(DESK + "/visits/1/pay").param("method", "card").param("owed", "88.00"));
    Visit visit = context.getBean(Visits.class).find(1).orElseThrow();
    goes(post(DESK + "/acts/finish"));
    return context.getBean(Tills.class).of(visit).getFirst().reference();
  }

  private void seesOnlyTheOwn() throws Exception {
    assertThat(answer(get(DESK + "/window"), clerk).getContentAsString())
        .contains("value=\"" + OWN + "\"")
        .doesNotContain("value=\"" + OTHER + "\"");
    assertThat(answer(get("/staff/branch"), boss).getRedirectedUrl())
        .isEqualTo("/staff/branch/" + OWN);
    assertThat(answer(get("/staff/branch/" + OWN), boss).getContentAsString())
        .doesNotContain("Hongqiao");
    assertThat(answer(get("/staff/branch/" + OWN + "/days.csv"), boss).getStatus()).isEqualTo(200);
    assertThat(
            answer(post(DESK + "/window").param("office", OWN).param("number", "1"), clerk)
                .getRedirectedUrl())
        .isEqualTo(DESK);
  }

  /** All that take an office, a visit or a payment, whatever is added to them. */
  private List<MockHttpServletRequestBuilder> everyAddress(CaseReference payment) {
    var all = new ArrayList<MockHttpServletRequestBuilder>();
    context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping.getPatternValues().stream()
                    .filter(OfficeGateTest::takesAnOffice)
                    .map(
                        pattern ->
                            pattern
                                .replace("{office}", OTHER)
                                .replace("{id}", "1")
                                .replace("{visit}", "1")
                                .replace("{number}", "2")
                                .replace("{reference}", payment.text())
                                .replace("{acting}", "agent")
                                .replace("{document}", "0a"))
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(
                                    method ->
                                        all.add(
                                            request(HttpMethod.valueOf(method.name()), path)))));
    return all;
  }

  private static boolean takesAnOffice(String pattern) {
    return (pattern.startsWith(DESK) || pattern.startsWith("/staff/branch"))
        && pattern.matches(".*\\{(office|id|visit|reference)}.*");
  }

  private static void refused(MockHttpServletResponse answer) {
    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getForwardedUrl()).isEqualTo("/staff/counter/other-office");
  }

  private void goes(MockHttpServletRequestBuilder request) throws Exception {
    assertThat(answer(request, free).getStatus()).isEqualTo(302);
  }

  private MockHttpServletResponse answer(
      MockHttpServletRequestBuilder request, StaffPrincipal staff) throws Exception {
    var who =
        new TestingAuthenticationToken(
            staff, null, "ROLE_" + staff.roles().iterator().next().name());
    return web.perform(
            request
                .header("Accept-Language", "en")
                .session(new MockHttpSession())
                .with(csrf())
                .with(authentication(who)))
        .andReturn()
        .getResponse();
  }
}
