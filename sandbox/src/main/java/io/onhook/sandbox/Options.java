package io.onhook.sandbox;

import io.onhook.sandbox.tmf.BillingCurrency;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param data the folder that keeps everything
 * @param host the address of HTTP, SMPP and SMTP
 * @param currency in which this operator bills, ISO 4217; a folder keeps the one it was begun in
 * @param hlr {@code auto}, {@code real} or {@code simulated}
 */
public record Options(
    Path data,
    String host,
    int httpPort,
    int smppPort,
    int smtpPort,
    String currency,
    String hlr,
    String hlrHost,
    int ctrlPort,
    int vtyPort) {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "data", ".onhook/sandbox",
          "host", "127.0.0.1",
          "http-port", "8091",
          "smpp-port", "2775",
          "smtp-port", "2525",
          "currency", "CNY",
          "hlr", "auto",
          "hlr-host", "127.0.0.1",
          "ctrl-port", "4259",
          "vty-port", "4258");

  /**
   * Reads {@code --name value} pairs.
   *
   * @throws IllegalArgumentException naming what is wrong and what can be given
   */
  static Options of(String... arguments) {
    Map<String, String> given = new HashMap<>(DEFAULTS);
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (!DEFAULTS.containsKey(name) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "Can't read " + arguments[i] + ": give --name value with one of " + DEFAULTS.keySet());
      }
      given.put(name, arguments[i + 1]);
    }
    String hlr = text(given, "hlr");
    if (!hlr.matches("auto|real|simulated")) {
      throw new IllegalArgumentException("--hlr is auto, real or simulated, not " + hlr);
    }
    String currency = text(given, "currency");
    if (!BillingCurrency.exists(currency)) {
      throw new IllegalArgumentException(
          "--currency is a code of ISO 4217, as CNY or EUR, not " + currency);
    }
    return new Options(
        Path.of(text(given, "data")),
        text(given, "host"),
        port(given, "http-port"),
        port(given, "smpp-port"),
        port(given, "smtp-port"),
        currency,
        hlr,
        text(given, "hlr-host"),
        port(given, "ctrl-port"),
        port(given, "vty-port"));
  }

  private static String text(Map<String, String> given, String name) {
    return given.getOrDefault(name, "");
  }

  private static int port(Map<String, String> given, String name) {
    String text = text(given, name);
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalArgumentException(
          "--" + name + " is a port from 0 (any free one) to 65535, not " + text);
    }
    return Integer.parseInt(text);
  }
}
