package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import org.springframework.stereotype.Component;

/**
 * Confirms a report with its reference: no word of what was reported, for the address is unproven.
 */
@Component
final class ConfirmReport implements LocalStep<Report> {
  private final ReportNotices reports;
  private final Notices notices;

  ConfirmReport(ReportNotices reports, Notices notices) {
    this.reports = reports;
    this.notices = notices;
  }

  @Override
  public StepOutcome<Report> run(Report state, StepContext context) {
    return StepOutcome.done(state, notices.notice(reports.notice(state, Template.REPORTED)));
  }
}
