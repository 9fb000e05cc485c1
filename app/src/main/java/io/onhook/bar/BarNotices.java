package io.onhook.bar;

import io.onhook.engine.LocalWrite;
import io.onhook.notice.Notice;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Puts what happens to a bar into notices. */
@Component
final class BarNotices {
  private final Notices notices;

  BarNotices(Notices notices) {
    this.notices = notices;
  }

  List<LocalWrite> toAll(LineBar bar, Template template) {
    return IntStream.range(0, bar.contacts().size())
        .<LocalWrite>mapToObj(
            i -> {
              Notice.Route route = bar.contacts().get(i);
              return notices.notice(
                  new Notice(
                      "bar/" + bar.id() + "/" + template.text() + "-" + (i + 1),
                      template.text(),
                      bar.language(),
                      route.channel(),
                      route.address(),
                      Map.of("number", bar.maskedNumber())));
            })
        .toList();
  }
}
