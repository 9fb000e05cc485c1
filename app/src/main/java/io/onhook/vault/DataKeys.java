package io.onhook.vault;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The data keys: wrapped in the table, plain in a small memory for a short time.
 *
 * <p>It takes connections of its own and never joins the caller's transaction: a key that was used
 * must outlive the caller's rollback, because it is remembered here.
 */
final class DataKeys {
  /** How long a node may still use a key that another node has destroyed. */
  static final Duration TRUSTED_FOR = Duration.ofSeconds(5);

  private static final int REMEMBERED = 10_000;
  private static final int KEY_BYTES = 32;

  private record Remembered(SealingKey key, long since) {}

  /** A row: the wrapped key, or none any more. */
  private record Row(byte @Nullable [] wrapped) {}

  private final DataSource database;
  private final SealingKey wrapping;
  private final SecureRandom random;
  private final LongSupplier nanoTime;
  private final Map<KeyName, Remembered> memory =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyName, Remembered> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param nanoTime a time that never jumps, to measure how long a key was remembered
   */
  DataKeys(DataSource database, MasterKey master, SecureRandom random, LongSupplier nanoTime) {
    this.database = database;
    this.wrapping = new SealingKey(master.derive("wrap"), random);
    this.random = random;
    this.nanoTime = nanoTime;
  }

  /**
   * Notes the master key at the very first start, and refuses any other one from then on.
   *
   * @throws VaultRefused if the database's data keys are wrapped by another master key
   */
  void claimFor(MasterKey master) {
    String known;
    try (Connection connection = database.getConnection();
        PreparedStatement first =
            connection.prepareStatement(
                "INSERT INTO vault.master_key (fingerprint) VALUES (?) ON CONFLICT DO NOTHING");
        PreparedStatement select =
            connection.prepareStatement("SELECT fingerprint FROM vault.master_key")) {
      first.setString(1, master.fingerprint());
      first.executeUpdate();
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        known = rows.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The vault's tables can't be read", e);
    }
    if (!known.equals(master.fingerprint())) {
      throw new VaultRefused(
          "The master key in use has fingerprint "
              + master.fingerprint()
              + ", but this database was sealed under "
              + known
              + ".",
          "Let "
              + VaultSettings.MASTER_KEY_FILE
              + " name the file with the earlier key (bring it back from its own backup), or use"
              + " the database that belongs to this key.",
          null);
    }
  }

  /** The key of this name, made if it is its first use. */
  SealingKey use(KeyName name) {
    return find(name, true)
        .orElseThrow(
            () -> new IllegalStateException("The data key " + name.text() + " was destroyed"));
  }

  /** The key of this name; empty if it was destroyed. */
  Optional<SealingKey> find(KeyName name) {
    return find(name, false);
  }

  void destroy(KeyName name) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO vault.data_key (name, wrapped, destroyed_at) VALUES (?, NULL, now())"
                    + " ON CONFLICT (name) DO UPDATE SET wrapped = NULL, destroyed_at = now()"
                    + " WHERE data_key.destroyed_at IS NULL")) {
      statement.setString(1, name.text());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The data key " + name.text() + " was not destroyed", e);
    } finally {
      forget(name);
    }
  }

  private Optional<SealingKey> find(KeyName name, boolean make) {
    SealingKey remembered = remembered(name);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    long since = nanoTime.getAsLong();
    Row row;
    try (Connection connection = database.getConnection()) {
      row = select(connection, name);
      if (row == null && make) {
        insert(connection, name);
        // Another node may have been first: what stands in the table is the key.
        row = select(connection, name);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The data key " + name.text() + " can't be read", e);
    }
    if (row == null) {
      throw new IllegalStateException("This vault never made the data key " + name.text());
    }
    if (row.wrapped == null) {
      return Optional.empty();
    }
    byte[] plain = wrapping.decrypt(name.text(), row.wrapped);
    var key = new SealingKey(new SecretKeySpec(plain, "AES"), random);
    remember(name, new Remembered(key, since));
    return Optional.of(key);
  }

  private static @Nullable Row select(Connection connection, KeyName name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT wrapped FROM vault.data_key WHERE name = ?")) {
      statement.setString(1, name.text());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? new Row(rows.getBytes(1)) : null;
      }
    }
  }

  private void insert(Connection connection, KeyName name) throws SQLException {
    byte[] plain = new byte[KEY_BYTES];
    random.nextBytes(plain);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO vault.data_key (name, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      statement.setString(1, name.text());
      statement.setBytes(2, wrapping.encrypt(name.text(), plain));
      statement.executeUpdate();
    }
  }

  private @Nullable SealingKey remembered(KeyName name) {
    synchronized (memory) {
      Remembered found = memory.get(name);
      if (found == null) {
        return null;
      }
      if (nanoTime.getAsLong() - found.since > TRUSTED_FOR.toNanos()) {
        memory.remove(name);
        return null;
      }
      return found.key;
    }
  }

  private void remember(KeyName name, Remembered key) {
    synchronized (memory) {
      memory.put(name, key);
    }
  }

  private void forget(KeyName name) {
    synchronized (memory) {
      memory.remove(name);
    }
  }
}
