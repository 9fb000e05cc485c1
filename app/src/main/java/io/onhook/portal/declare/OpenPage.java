package io.onhook.portal.declare;

import io.onhook.cancellation.Declared;
import io.onhook.policy.Pack;
import io.onhook.policy.Text;
import io.onhook.policy.Withdrawal;
import io.onhook.policy.WithoutSignIn;
import io.onhook.policy.WithoutSignIn.Field;
import io.onhook.policy.Wording;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page on which somebody declares something without signing in, as the pack has it.
 *
 * @param path its address
 * @param fields what it asks for, and nothing else
 * @param recap whether what was typed is shown once more before the last button
 * @param start its heading, and the words of the button that leads in
 * @param submit the words of the last button
 * @param declaration what is declared by it
 * @param after what happens then
 * @param only what is declared, where the reader has no choice
 */
record OpenPage(
    String path,
    List<Field> fields,
    boolean recap,
    Text start,
    Text submit,
    Text declaration,
    Text after,
    Declared.@Nullable Kind only) {
  static final String CANCEL = "/declare";
  static final String WITHDRAW = "/withdraw";

  /** Name, contract and electronic contact: Directive 2011/83/EU, art. 11a (2). */
  private static final List<Field> OF_A_WITHDRAWAL =
      List.of(Field.NAME, Field.CONTRACT, Field.EMAIL);

  /** The page at this address; empty where the law wants none. */
  static Optional<OpenPage> at(String path, Pack pack) {
    return switch (path) {
      case CANCEL -> Optional.ofNullable(pack.request().withoutSignIn()).map(it -> of(it, pack));
      case WITHDRAW -> Optional.ofNullable(pack.withdrawal()).map(OpenPage::of);
      default -> Optional.empty();
    };
  }

  private static OpenPage of(WithoutSignIn page, Pack pack) {
    return new OpenPage(
        CANCEL,
        page.fields(),
        page.recap(),
        pack.wording(Wording.START),
        pack.wording(Wording.SUBMIT),
        pack.wording(Wording.DECLARATION),
        pack.wording(Wording.AFTER_SUBMIT),
        null);
  }

  /** The law wants two steps: to declare it, and to confirm it. */
  private static OpenPage of(Withdrawal it) {
    return new OpenPage(
        WITHDRAW,
        OF_A_WITHDRAWAL,
        true,
        it.start(),
        it.confirm(),
        it.declaration(),
        it.afterwards(),
        Declared.Kind.WITHDRAWAL);
  }
}
