package io.onhook.portal.declare;

import io.onhook.cancellation.Declared;
import io.onhook.policy.WithoutSignIn;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, by the names of the page's fields.
 *
 * @param key of the form, so that sending it twice is one declaration
 */
record DeclareFields(
    String key,
    String kind,
    String reason,
    String name,
    String contract,
    String endsOn,
    String email) {
  DeclareFields {
    key = plain(key);
    kind = plain(kind);
    reason = plain(reason);
    name = plain(name);
    contract = plain(contract);
    endsOn = plain(endsOn);
    email = plain(email);
  }

  /** One line of the summary; {@code field} names it among the messages. */
  record Row(String field, String value) {}

  static DeclareFields empty(String key) {
    return new DeclareFields(key, "ordinary", "", "", "", "", "");
  }

  private static String plain(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /** The fields of the pack's closed list, in its order. */
  static List<String> asked(OpenPage page) {
    return page.fields().stream().map(field -> named(field)).toList();
  }

  private static String named(WithoutSignIn.Field field) {
    return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the reader declares by these; a day that can't be read is a problem of its field. */
  Declared declared(
      OpenPage page,
      Problems problems,
      Say say,
      BiFunction<String, Locale, String> texts,
      Locale locale) {
    Declared.Kind declaredKind = page.only() == null ? chosen() : page.only();
    LocalDate day = day(problems);
    return new Declared(
        declaredKind,
        declaredKind == Declared.Kind.EXTRAORDINARY ? reason.strip() : "",
        name.strip(),
        contract.strip(),
        day,
        email.strip(),
        say.language(),
        texts.apply("declare.kind." + declaredKind.name().toLowerCase(Locale.ROOT), locale),
        day == null ? texts.apply("declare.earliest", locale) : say.day(day));
  }

  private Declared.Kind chosen() {
    return kind.equals("extraordinary") ? Declared.Kind.EXTRAORDINARY : Declared.Kind.ORDINARY;
  }

  private @Nullable LocalDate day(Problems problems) {
    if (endsOn.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(endsOn.strip());
    } catch (DateTimeException e) {
      problems.add("endsOn", "ends-on.form");
      return null;
    }
  }

  /** What was declared, in the order of the page. */
  static List<Row> rows(OpenPage page, Declared it) {
    return page.fields().stream()
        .flatMap(
            field ->
                switch (field) {
                  case KIND ->
                      it.reason().isEmpty()
                          ? Stream.of(new Row("kind", it.kindInWords()))
                          : Stream.of(
                              new Row("kind", it.kindInWords()), new Row("reason", it.reason()));
                  case NAME -> Stream.of(new Row("name", it.name()));
                  case CONTRACT -> Stream.of(new Row("contract", it.contract()));
                  case ENDS_ON -> Stream.of(new Row("ends-on", it.endInWords()));
                  case EMAIL -> Stream.of(new Row("email", it.email()));
                })
        .toList();
  }
}
