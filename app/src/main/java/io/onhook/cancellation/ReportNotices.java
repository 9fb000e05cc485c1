package io.onhook.cancellation;

import io.onhook.notice.Notice;
import io.onhook.notice.Template;
import io.onhook.policy.Packs;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts what is told about a report into notices. */
@Component
final class ReportNotices {
  private final Packs packs;

  ReportNotices(Packs packs) {
    this.packs = packs;
  }

  Notice notice(Report it, Template template) {
    Map<String, String> values = new HashMap<>();
    values.put("reference", it.reference().text());
    if (template.needs().contains("receivedAt")) {
      values.put(
          "receivedAt",
          DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
              .withLocale(it.language().locale())
              .format(it.receivedAt().atZone(packs.current().zone())));
    }
    return new Notice(
        it.reference().text() + "/" + template.text(),
        template.text(),
        it.language(),
        it.contact().channel(),
        it.contact().address(),
        Map.copyOf(values));
  }
}
