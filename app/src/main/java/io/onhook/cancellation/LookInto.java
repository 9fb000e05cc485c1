package io.onhook.cancellation;

import io.onhook.engine.Decision;
import io.onhook.engine.Signal;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import org.springframework.stereotype.Component;

/** A person looks into a report. What they found stands with the work, not in the message. */
@Component
final class LookInto implements Decision<Report> {
  static final String STEP = "look-into";

  private final ReportNotices reports;
  private final Notices notices;

  LookInto(ReportNotices reports, Notices notices) {
    this.reports = reports;
    this.notices = notices;
  }

  @Override
  public StepOutcome<Report> open(Report state, StepContext context) {
    return StepOutcome.needsPerson("report-to-look-into");
  }

  @Override
  public StepOutcome<Report> decide(Report state, Signal decision, StepContext context) {
    return StepOutcome.done(state, notices.notice(reports.notice(state, Template.REPORT_ANSWERED)));
  }
}
