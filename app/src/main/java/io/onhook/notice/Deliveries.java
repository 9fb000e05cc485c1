package io.onhook.notice;

import io.onhook.engine.WriteHandler;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what became of notices, many at once. A repeat of the same notice changes nothing. */
@Component
final class Deliveries implements WriteHandler<DeliveryNoted> {
  private static final String INSERT =
      """
      INSERT INTO notice.delivery (notice_id, template, sent_by, carrier_id, trouble, at)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
      ON CONFLICT (notice_id) DO NOTHING
      """;

  @Override
  public Class<DeliveryNoted> type() {
    return DeliveryNoted.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<DeliveryNoted> writes) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, column(connection, writes, DeliveryNoted::noticeId));
      insert.setArray(2, column(connection, writes, DeliveryNoted::template));
      insert.setArray(
          3, column(connection, writes, w -> w.sentBy() == null ? null : w.sentBy().name()));
      insert.setArray(4, column(connection, writes, DeliveryNoted::carrierId));
      insert.setArray(
          5,
          column(
              connection,
              writes,
              w -> w.sentBy() == null && w.trouble() == null ? "no way left" : w.trouble()));
      insert.setArray(6, column(connection, writes, w -> w.at().toString()));
      insert.executeUpdate();
    }
    return Set.of();
  }

  private static Array column(
      Connection connection,
      List<DeliveryNoted> writes,
      Function<DeliveryNoted, @Nullable String> value)
      throws SQLException {
    @Nullable String[] column = new @Nullable String[writes.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(writes.get(i));
    }
    return connection.createArrayOf("text", column);
  }
}
