package io.onhook.api;

import io.onhook.cancellation.CancellationView;
import io.onhook.policy.Packs;
import io.onhook.shared.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says things so that a machine can speak them: whole sentences, no signs, dates written out. */
@Component
final class VoiceSpeech {
  private final MessageSource texts;
  private final Packs packs;

  VoiceSpeech(MessageSource texts, Packs packs) {
    this.texts = texts;
    this.packs = packs;
  }

  String say(String key, Language language, Object... values) {
    return Objects.requireNonNull(
        texts.getMessage("voice." + key, values, null, language.locale()));
  }

  /** Both tracks of a case, one sentence each. */
  String status(CancellationView it, Language language) {
    Instant decideBy = it.dates().decideBy();
    String line =
        say(
            "line." + it.lineTrack().key(),
            language,
            day(it.dates().endsAt(), language),
            day(decideBy == null ? it.dates().endsAt() : decideBy, language));
    return line
        + (language == Language.ZH_CN ? "" : " ")
        + say("money." + it.moneyTrack().key(), language);
  }

  private String day(Instant at, Language language) {
    LocalDate last = packs.current().days().lastDayBefore(at);
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(last);
  }
}
