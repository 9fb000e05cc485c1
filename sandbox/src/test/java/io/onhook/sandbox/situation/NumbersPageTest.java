package io.onhook.sandbox.situation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.sandbox.situation.Catalogue.Situation;
import io.onhook.sandbox.tmf.Payments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/numbers.md} and the tables in both READMEs say what {@code lines.yaml} says. To write
 * it anew: {@code mvn -pl sandbox test -Dtest=NumbersPageTest -Dnumbers.write=true}.
 */
class NumbersPageTest {
  private static final Path PAGE = Path.of("..", "docs", "numbers.md");
  private static final String BEGIN = "<!-- numbers -->";
  private static final String END = "<!-- /numbers -->";
  private static final int IN_README = 26;

  @Test
  void thePageOfNumbersToTryIsUpToDate() throws IOException {
    String wanted = page(Catalogue.read());
    if (Boolean.getBoolean("numbers.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, wanted);
    }
    assertThat(Files.readString(PAGE))
        .as("run this test with -Dnumbers.write=true and commit docs/numbers.md")
        .isEqualTo(wanted);
  }

  @Test
  void theReadmesTablesAreUpToDate() throws IOException {
    readme("README.md", "| Number | Holder | What is special |", Situation::en);
    readme("README.zh-CN.md", "| 号码 | 机主 | 情况 |", Situation::zh);
  }

  /** The first lines, which cover each gate once; {@code docs/numbers.md} has the others. */
  private static void readme(String name, String head, Function<Situation, String> what)
      throws IOException {
    Catalogue catalogue = Catalogue.read();
    StringBuilder table = new StringBuilder(BEGIN).append("\n");
    table.append(head).append("\n|---|---|---|\n");
    for (int i = 0; i < IN_README; i++) {
      Situation line = catalogue.lines().get(i);
      Catalogue.Holder holder = catalogue.holders().get(line.holder());
      table.append(
          "| `+%s` | %s | %s |%n"
              .formatted(
                  Specimen.msisdn(i + 1), holder == null ? "" : holder.name(), what.apply(line)));
    }
    table.append(END);
    Path readme = PAGE.resolve("..").resolve("..").resolve(name).normalize();
    String before = Files.readString(readme);
    int begin = before.indexOf(BEGIN);
    assertThat(begin).as(name + " has a place " + BEGIN).isNotNegative();
    int end = before.indexOf(END);
    String after = before.substring(end < 0 ? begin + BEGIN.length() : end + END.length());
    String wanted = before.substring(0, begin) + table + after;
    if (Boolean.getBoolean("numbers.write")) {
      Files.writeString(readme, wanted);
    }
    assertThat(Files.readString(readme))
        .as("run this test with -Dnumbers.write=true and commit " + name)
        .isEqualTo(wanted);
  }

  private static String page(Catalogue catalogue) {
    StringBuilder page =
        new StringBuilder(
            """
            # 可以试的号码 · Numbers to try

            沙箱运营商里的号码，都是假的。验证码和信件在沙箱的收件箱页面里看：<http://127.0.0.1:8091/inbox>。\
            证件号只用于样例，由测试从 `lines.yaml` 生成此页。

            The sandbox operator's numbers; all of them are made up. Codes and letters arrive on its inbox
            page, <http://127.0.0.1:8091/inbox>. Documents are specimens only. A test makes this page from
            `sandbox/src/main/java/io/onhook/sandbox/situation/lines.yaml`.

            | 号码 Number | 机主 Holder | 证件 Document | 套餐 Plan | 情况 | Situation |
            |---|---|---|---|---|---|
            """);
    int number = 0;
    for (Situation line : catalogue.lines()) {
      number++;
      Catalogue.Holder holder = catalogue.holders().get(line.holder());
      page.append(
          "| `+%s` | %s | `%s` | %s | %s | `%s`: %s |%n"
              .formatted(
                  Specimen.msisdn(number),
                  holder == null ? "" : holder.name(),
                  holder == null ? "" : holder.document(),
                  catalogue.plans().get(line.plan()) == null
                      ? ""
                      : catalogue.plans().get(line.plan()).name(),
                  line.zh(),
                  line.situation(),
                  line.en()));
    }
    List<Situation> all = Seed.lines(catalogue);
    page.append(
        """

        `+%s` 到 `+%s` 都是没有障碍的普通号码。

        `+%s` to `+%s` are plain lines with nothing in the way.

        ## 可以试的银行卡 · Cards to try

        在沙箱里，卡号只要校验位正确，退款就会到账。只有一张例外：
        `%s` 的账户已销户，退款会退回。

        In the sandbox, a refund to any card whose check digit is right arrives. One card is different: its
        account is closed, and what is sent to `%s` comes back.
        """
            .formatted(
                Specimen.msisdn(number + 1),
                Specimen.msisdn(all.size()),
                Specimen.msisdn(number + 1),
                Specimen.msisdn(all.size()),
                Payments.CLOSED_CARD,
                Payments.CLOSED_CARD));
    return page.toString();
  }
}
