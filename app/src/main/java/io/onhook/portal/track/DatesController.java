package io.onhook.portal.track;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.web.Page;
import io.onhook.web.Say;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The dates of a case, for the holder's own calendar. */
@Controller
class DatesController {
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final OwnCases own;
  private final MessageSource texts;
  private final Clock clock;

  DatesController(OwnCases own, MessageSource texts, Clock clock) {
    this.own = own;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/track/{reference}/dates.ics")
  ResponseEntity<byte[]> dates(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @ModelAttribute("say") Say say,
      @ModelAttribute("page") Page page,
      Locale locale) {
    CancellationView it = own.find(holder, reference);
    List<CalendarFile.Event> events =
        Deadline.of(it).stream().map(deadline -> event(it, deadline, say, page, locale)).toList();
    byte[] file = CalendarFile.of(it.reference(), events, say.zone(), clock.instant());
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(it.reference() + ".ics").build().toString())
        .body(file);
  }

  private CalendarFile.Event event(
      CancellationView it, Deadline deadline, Say say, Page page, Locale locale) {
    Object[] facts = {it.maskedNumber(), say.until(deadline.at()), it.reference()};
    return new CalendarFile.Event(
        deadline,
        texts.getMessage("calendar." + deadline.key(), facts, locale),
        texts.getMessage("calendar." + deadline.key() + ".text", facts, locale)
            + "\n"
            + page.operator().address("/track/" + it.reference()));
  }
}
