package io.onhook.hotline;

import io.onhook.call.Asking;
import io.onhook.call.Call;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.Hanging;
import io.onhook.policy.Fate;
import io.onhook.policy.Packs;
import io.onhook.settlement.Quote;
import io.onhook.web.Say;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is read to a caller before they say yes: in the caller's language, one text for one yes. */
@Component
final class SpokenText {
  private final Packs packs;
  private final MessageSource texts;

  SpokenText(Packs packs, MessageSource texts) {
    this.packs = packs;
    this.texts = texts;
  }

  String of(Call call, Asking asking, CheckAnswer.Checked checked) {
    var say = new Say(call.language(), packs.current().zone());
    Locale locale = call.language().locale();
    String with =
        Hanging.of(packs.current(), checked.line()).stream()
            .filter(it -> asking.dependants().get(it.id().value()) == Fate.CANCEL)
            .map(Hanging::name)
            .collect(Collectors.joining(", "));
    String first =
        text(
            "hotline.spoken",
            locale,
            checked.line().msisdn().masked(),
            say.until(checked.dates().endsAt()),
            money(checked.eligibility().quote(), say, locale),
            say.until(checked.dates().windowClosesAt()));
    return with.isEmpty() ? first : first + " " + text("hotline.spoken.with", locale, with);
  }

  private String money(Quote quote, Say say, Locale locale) {
    if (quote.toPay().isPositive()) {
      return text("hotline.spoken.pay", locale, say.money(quote.toPay()));
    }
    return quote.toRefund().isPositive()
        ? text("hotline.spoken.back", locale, say.money(quote.toRefund()))
        : text("hotline.spoken.even", locale);
  }

  private String text(String key, Locale locale, Object... values) {
    return texts.getMessage(key, values, locale);
  }
}
