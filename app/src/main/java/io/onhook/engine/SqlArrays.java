package io.onhook.engine;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of array statements. The driver sends arrays of exactly these types in binary, others
 * as text, which costs both sides more than all the rest of a statement.
 */
final class SqlArrays {
  private SqlArrays() {}

  static <T> java.sql.Array of(
      Connection connection,
      String type,
      List<T> items,
      Function<T, ? extends @Nullable Object> value)
      throws SQLException {
    var values = (@Nullable Object[]) Array.newInstance(javaType(type), items.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(items.get(i));
    }
    return connection.createArrayOf(type, values);
  }

  private static Class<?> javaType(String type) {
    return switch (type) {
      case "int8" -> Long.class;
      case "int4" -> Integer.class;
      case "int2" -> Short.class;
      case "bool" -> Boolean.class;
      case "bytea" -> byte[].class;
      default -> String.class;
    };
  }
}
