package io.onhook.bench;

import io.onhook.OnhookApplication;
import io.onhook.engine.Watch;
import io.onhook.stand.Http;
import io.onhook.stand.Operator;
import io.onhook.stand.Place;
import io.onhook.stand.Ports;
import io.onhook.stand.Subject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The whole product in this process, so that it can be watched and profiled from inside, beside the
 * sandbox operator in a process of its own.
 */
final class Product implements AutoCloseable {
  private static final int FIRST_LINE = 600_001;
  private static final int LINES_AT_ONCE = 500;

  private final Operator operator;
  private final ConfigurableApplicationContext context;
  private final URI address;
  private int nextLine = FIRST_LINE;

  private Product(Operator operator, ConfigurableApplicationContext context, URI address) {
    this.operator = operator;
    this.context = context;
    this.address = address;
  }

  static Product start(Options options, Path folder, Watch watch) {
    return start(options, folder, watch, List.of());
  }

  /**
   * @param further settings of this benchmark, as {@code --name=value}
   */
  static Product start(Options options, Path folder, Watch watch, List<String> further) {
    Operator operator = Operator.startFast(new Place(options.home(), folder));
    int port = Ports.anyFree();
    try {
      ConfigurableApplicationContext context =
          new SpringApplicationBuilder(OnhookApplication.class)
              .profiles("sandbox")
              .logStartupInfo(false)
              .initializers(started -> started.getBeanFactory().registerSingleton("watch", watch))
              .run(
                  Stream.concat(
                          Stream.of(settings(folder, operator.listening(), port)), further.stream())
                      .toArray(String[]::new));
      bankPaysAtOnce(operator);
      return new Product(operator, context, URI.create("http://127.0.0.1:" + port));
    } catch (RuntimeException e) {
      operator.close();
      throw e;
    }
  }

  /** What is measured is the way there, not how often a slow bank is looked at. */
  private static void bankPaysAtOnce(Operator operator) {
    new Http(operator.listening().address(), Map.of())
        .post("/sandbox/refund-delay", Map.of("delay", "PT0S"), Map.of())
        .fine();
  }

  private static String[] settings(Path folder, Operator.Listening operator, int port) {
    return new String[] {
      "--server.port=" + port,
      "--onhook.data=" + folder,
      "--onhook.sandbox.operator=" + operator.address(),
      "--onhook.hlr.host=" + operator.hlrHost(),
      "--onhook.hlr.ctrl-port=" + operator.ctrl(),
      "--onhook.hlr.vty-port=" + operator.vty(),
      "--onhook.smsc.port=" + operator.smpp(),
      "--onhook.mail.port=" + operator.smtp()
    };
  }

  /** The API as an integrator's program uses it. */
  Http client() {
    return api("client");
  }

  /** The same, without trying anything a second time. */
  Http impatientClient() {
    return Http.impatient(address, headers("client"));
  }

  /** The API as whoever decides uses it. */
  Http reviewer() {
    return api("reviewer");
  }

  private Http api(String who) {
    return new Http(address, headers(who));
  }

  private static Map<String, String> headers(String who) {
    return Map.of(
        "Authorization", "Bearer ohk_sandbox_" + who + "_for_trying_things_out",
        "Accept", "application/json, application/problem+json",
        "Accept-Language", "en");
  }

  URI address() {
    return address;
  }

  /** A part of the product, for what no client can do over HTTP. */
  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  DataSource database() {
    return context.getBean(DataSource.class);
  }

  long operatorPid() {
    return operator.pid();
  }

  /** New prepaid lines with money left on them and nothing in the way. */
  List<Subject> lines(int count) {
    var operatorHttp = new Http(operator.listening().address(), Map.of());
    var lines = new ArrayList<Subject>();
    while (lines.size() < count) {
      int some = Math.min(LINES_AT_ONCE, count - lines.size());
      Object wish = Map.of("situation", "plain-unlimited", "first", nextLine, "count", some);
      for (JsonNode line : operatorHttp.post("/sandbox/lines", wish, Map.of()).json()) {
        lines.add(
            new Subject(
                line.path("msisdn").asString(),
                line.path("id").asString(),
                line.path("account").asString(),
                line.path("holder").asString(),
                "resident-id",
                line.path("document").asString(),
                line.path("email").asString()));
      }
      nextLine += some;
    }
    return lines;
  }

  @Override
  public void close() {
    context.close();
    operator.close();
  }
}
