package io.onhook.document;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Who looks at the tables, said to PostgreSQL for the transaction under way; its row rules show
 * nothing to anybody else.
 *
 * @param party a holder; empty for none
 * @param reference the one case that staff look at; empty for none
 * @param purpose why pictures are looked at; empty for none
 */
record Onlook(String party, String reference, String purpose) {
  static final String SQL =
      "SELECT set_config('onhook.party', ?, true), set_config('onhook.case', ?, true),"
          + " set_config('onhook.purpose', ?, true)";

  /** The sweep, which erases. */
  static final Onlook RETENTION = new Onlook("", "", "retention");

  static Onlook holder(String partyId) {
    return new Onlook(partyId, "", "");
  }

  void bind(PreparedStatement statement) throws SQLException {
    statement.setString(1, party);
    statement.setString(2, reference);
    statement.setString(3, purpose);
  }
}
