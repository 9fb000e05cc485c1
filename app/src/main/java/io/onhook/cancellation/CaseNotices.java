package io.onhook.cancellation;

import io.onhook.engine.StartCase;
import io.onhook.notice.Notice;
import io.onhook.notice.NoticeCase;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Puts what a case has to tell into notices. Their ids are the case's reference and the template,
 * so that a repeat can be told from news.
 */
@Component
final class CaseNotices {
  private final Notices notices;
  private final ObjectionLinks links;
  private final Packs packs;

  CaseNotices(Notices notices, ObjectionLinks links, Packs packs) {
    this.notices = notices;
    this.links = links;
    this.packs = packs;
  }

  /** To the contact that the holder confirmed. */
  StartCase<NoticeCase> toHolder(Cancellation it, Template template, Map<String, String> more) {
    return to(it, template, it.applicant().contact(), "", more);
  }

  /** To one way of several; {@code mark} tells them apart. */
  private StartCase<NoticeCase> to(
      Cancellation it,
      Template template,
      Notice.Route route,
      String mark,
      Map<String, String> more) {
    return notices.notice(notice(it, template, route, mark, more));
  }

  /**
   * To a contact that the account had before, the line itself among them: however long it is tried,
   * never from the end date on, when it would come too late and could reach a stranger. With a link
   * by which that contact objects.
   *
   * @param contact which of the known ones, from 1 on
   */
  StartCase<NoticeCase> notYou(Cancellation it, int contact) {
    Notice.Route route = it.applicant().known().get(contact - 1);
    var link = Map.of("objection", links.token(it.reference(), contact));
    return notices.notice(
        notice(it, Template.NOT_YOU_OBJECT, route, "-" + contact, link).notAfter(it.endsAt()));
  }

  /**
   * To the contact that was given with the request, which is never the one that objected: it is
   * stopped. Each objection tells it once.
   */
  Notice stopped(Cancellation it, int contact) {
    return notice(it, Template.STOPPED, it.applicant().contact(), "-" + contact, Map.of());
  }

  /** To the line itself, and not any more from this instant on. */
  StartCase<NoticeCase> lastWords(Cancellation it, Instant notAfter) {
    var line = new Notice.Route(Notice.Channel.SMS, it.subject().number());
    return notices.notice(notice(it, Template.LAST_SMS, line, "", Map.of()).notAfter(notAfter));
  }

  /**
   * What is missing, and until when. A reviewer's own words wait on the page: they may name people.
   */
  StartCase<NoticeCase> moreNeeded(MoreNeeded it) {
    Pack pack = it.pack(packs);
    String what =
        it.needs().stream()
            .map(need -> need.text(pack, it.language()))
            .collect(Collectors.joining(it.language() == Language.ZH_CN ? "、" : "; "));
    return notices.notice(
        new Notice(
            id(it.reference(), Template.MORE_NEEDED, "-" + it.round()),
            Template.MORE_NEEDED.text(),
            it.language(),
            it.contact().channel(),
            it.contact().address(),
            Map.of(
                "reference", it.reference().text(),
                "number", it.maskedNumber(),
                "what", what,
                "until", day(pack, it.until(), it.language()))));
  }

  /** About money that goes back. */
  StartCase<NoticeCase> refund(Refund refund, Template template) {
    return notices.notice(
        new Notice(
            id(refund.reference(), template, ""),
            template.text(),
            refund.language(),
            refund.contact().channel(),
            refund.contact().address(),
            Map.of("reference", refund.reference().text(), "amount", refund.amount().toString())));
  }

  private Notice notice(
      Cancellation it,
      Template template,
      Notice.Route route,
      String mark,
      Map<String, String> more) {
    Pack pack = it.terms().pack(packs);
    var values = new HashMap<>(more);
    values.put("reference", it.reference().text());
    values.put("number", it.subject().maskedNumber());
    values.put("endsOn", day(pack, it.endsAt(), it.applicant().language()));
    return new Notice(
        id(it.reference(), template, mark),
        template.text(),
        it.applicant().language(),
        route.channel(),
        route.address(),
        values);
  }

  private static String id(CaseReference reference, Template template, String mark) {
    return reference.text() + "/" + template.text() + mark;
  }

  private static String day(Pack pack, Instant endsAt, Language language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(pack.days().lastDayBefore(endsAt));
  }
}
