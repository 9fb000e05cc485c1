package io.onhook.sandbox.situation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Made-up identifiers with right check digits, each from a line's number 1, 2, 3 …. */
public final class Specimen {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private static final int FEW = 299;
  private static final int DAYS = 3_285;

  private Specimen() {}

  /** E.164 digits without plus. */
  public static String msisdn(int number) {
    return Long.toString(8619900000000L + number);
  }

  /** Mobile country code 460, network 99. */
  public static String imsi(int number) {
    return "46099%010d".formatted(number);
  }

  /** 20 digits with the Luhn digit (ITU-T E.118). */
  public static String iccid(int number) {
    String head = "89860099%011d".formatted(number);
    int sum = 0;
    for (int i = 0; i < head.length(); i++) {
      int digit = head.charAt(head.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return head + (10 - sum % 10) % 10;
  }

  /** 32 digits whose remainder by 97 is 1 (GSMA SGP.02, 2.2.2). */
  public static String eid(int number) {
    String head = "89086030%022d".formatted(number);
    BigInteger shifted = new BigInteger(head + "00");
    long check = 98 - shifted.mod(NINETY_SEVEN).longValue();
    return head + "%02d".formatted(check);
  }

  /** A resident ID (GB 11643) of somebody born before 1910. */
  public static String residentId(int number) {
    // The first are 11 days apart; of the many behind them several share a day.
    LocalDate first = LocalDate.of(1901, 1, 1);
    LocalDate born = number < FEW ? first.plusDays(11L * number) : first.plusDays(number % DAYS);
    int order = number < FEW ? 500 + number : number / DAYS;
    String head =
        "110105" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
    return head + checkCharacter(head);
  }

  /** The last character of a resident ID, from the first 17. */
  static char checkCharacter(String head) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (head.charAt(i) - '0');
    }
    return "10X98765432".charAt(sum % 11);
  }
}
