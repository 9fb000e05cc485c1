package io.onhook.sandbox.json;

import java.math.BigDecimal;
import java.util.Currency;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** An empty array. */
  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** Any value as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Reads a tree; an empty text is an empty object.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON
   */
  public static JsonNode read(byte[] bytes) {
    return bytes.length == 0 ? object() : MAPPER.readTree(bytes);
  }

  public static <T> T read(byte[] bytes, Class<T> type) {
    return MAPPER.readValue(bytes, type);
  }

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** A TM Forum {@code Money}: so many of this currency's smallest units. */
  public static ObjectNode money(String currency, long minor) {
    return object().put("unit", currency).put("value", BigDecimal.valueOf(minor, digits(currency)));
  }

  /**
   * Reads a TM Forum {@code Money}.
   *
   * @return how many of its currency's smallest units
   * @throws ArithmeticException if it has more decimals than the currency
   */
  public static long minor(JsonNode money) {
    int digits = digits(money.path("unit").asString(""));
    return money.path("value").decimalValue().movePointRight(digits).longValueExact();
  }

  /**
   * How many decimals this currency has.
   *
   * @throws IllegalArgumentException if ISO 4217 has no such currency
   */
  public static int digits(String currency) {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }
}
