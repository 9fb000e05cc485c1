package io.onhook.trials.check;

import io.onhook.trials.field.Tables;
import java.util.List;

/**
 * A table and a trigger of the trial's own, which write down who changes a running case: so that it
 * shows when a node changes a case that belongs to another one (invariant 28).
 *
 * <p>A case's owner is the epoch of a node. Each write that finds an owner must come from a
 * connection of the node that registered this epoch. Taking a signal in is allowed to every node,
 * and so is freeing the cases of a node that is gone.
 */
public final class Witness {
  private Witness() {}

  /** Sets it up; harmless if repeated. */
  public static void install(Tables tables) {
    tables.change("CREATE SCHEMA IF NOT EXISTS trial");
    tables.change(
        "CREATE TABLE IF NOT EXISTS trial.stray (case_id bigint, sequence integer, owner bigint,"
            + " writer text)");
    tables.change("GRANT USAGE ON SCHEMA trial TO onhook_app");
    tables.change(
        """
        CREATE OR REPLACE FUNCTION trial.watch() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER AS $$
        DECLARE
          writer text := current_setting('application_name');
        BEGIN
          IF TG_OP = 'UPDATE' THEN
            IF (OLD.step, OLD.phase, OLD.armed, OLD.attempt, OLD.state)
                IS NOT DISTINCT FROM (NEW.step, NEW.phase, NEW.armed, NEW.attempt, NEW.state) THEN
              RETURN NEW;
            END IF;
          END IF;
          IF NOT EXISTS (SELECT 1 FROM engine.node WHERE epoch = OLD.owner AND name = writer) THEN
            INSERT INTO trial.stray VALUES (OLD.id, OLD.sequence, OLD.owner, writer);
          END IF;
          IF TG_OP = 'DELETE' THEN
            RETURN OLD;
          END IF;
          RETURN NEW;
        END $$\
        """);
    tables.change("DROP TRIGGER IF EXISTS watch ON engine.live_case");
    tables.change(
        "CREATE TRIGGER watch BEFORE UPDATE OR DELETE ON engine.live_case FOR EACH ROW EXECUTE"
            + " FUNCTION trial.watch()");
  }

  static List<String> strays(Tables tables, Beginning since) {
    return tables.all(
        "SELECT case_id, sequence, owner, writer FROM trial.stray WHERE "
            + Beginning.isSince("case_id"),
        row ->
            "case %d moved on from entry %d by %s, while epoch %s owned it"
                .formatted(row.getLong(1), row.getInt(2), row.getString(4), row.getString(3)),
        since.position());
  }
}
