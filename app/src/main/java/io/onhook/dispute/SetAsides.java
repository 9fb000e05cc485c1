package io.onhook.dispute;

import io.onhook.line.LineId;
import io.onhook.settlement.SetAside;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What nobody asks for just now on a line's bills. A door of its own: the engine's steps ask by it,
 * and {@link Disputes} starts cases, which needs the engine.
 */
@Component
public final class SetAsides {
  private final DisputeStore store;

  SetAsides(DataSource database) {
    this.store = new DisputeStore(JdbcClient.create(database));
  }

  /** The oldest first. */
  public List<SetAside> of(LineId line) {
    return store.ofLine(line).stream()
        .filter(Contested::setAside)
        .map(
            it ->
                new SetAside(
                    it.reference().text(), it.billId(), it.chargeId(), it.text(), it.amount()))
        .toList();
  }
}
