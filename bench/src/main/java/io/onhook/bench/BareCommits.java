package io.onhook.bench;

import io.onhook.database.ProductDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Eight commits of one short row each, one after the other: what the disk itself costs a case. */
final class BareCommits implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement insert;

  BareCommits(ProductDatabase database) throws SQLException {
    Pools.execute(
        database.owner(), "CREATE TABLE IF NOT EXISTS public.bare (id bigint, what text)");
    connection = database.owner().getConnection();
    insert = connection.prepareStatement("INSERT INTO public.bare VALUES (1, 'done')");
  }

  void eight() throws SQLException {
    for (int i = 0; i < Work.STEPS; i++) {
      insert.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
