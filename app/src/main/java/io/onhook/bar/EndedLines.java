package io.onhook.bar;

import io.onhook.engine.LocalWrite;
import io.onhook.engine.SignalCase;
import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a case hands back among its writes when it is over: its own hold, and bars left behind. */
@Component
public final class EndedLines {
  private final BarStore store;

  EndedLines(DataSource database) {
    this.store = new BarStore(JdbcClient.create(database));
  }

  /**
   * @param holder as the case named itself to {@link Holds}
   * @param lineGone whether the line has ended; a bar that is on it then ends too
   */
  public List<LocalWrite> writes(LineId line, String holder, boolean lineGone) {
    Stream<LocalWrite> bars =
        lineGone
            ? store.open(line).stream()
                .map(row -> new SignalCase(row.caseId(), Bars.lifting(Actor.SYSTEM)))
            : Stream.of();
    return Stream.concat(Stream.of(new LetGo(line, holder, lineGone)), bars).toList();
  }
}
