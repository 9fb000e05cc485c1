package io.onhook.portal.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.CopyNeeded;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import io.onhook.policy.Way;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From the start page to the button that sends: at most nine pages for a prepared holder, whatever
 * the law. {@code PortalWalkTest} counts those of the default pack in a browser.
 */
class PagesAndClicksTest {
  /** Start, number, code, line; at the end the check of all answers. */
  private static final int AROUND = 5;

  private static final int MOST_PAGES = 9;
  private static final int MOST_CLICKS = 11;

  @ParameterizedTest
  @CsvSource({
    "default, resident-id, 9",
    "cn, resident-id, 9",
    "ph, identity-card, 9",
    "in, identity-card, 9",
    "uk, resident-id, 8",
    "us-ca, identity-card, 8",
    "de, identity-card, 8",
    "fr, identity-card, 8",
  })
  void isNeverLongerThanItNeedBe(String id, String registeredWith, int pages) {
    Pack pack = PackFixture.shipped(id);
    List<Question> open = open(pack, registeredWith);
    assertThat(AROUND + open.size()).as("%s asks %s", id, open).isLessThanOrEqualTo(pages);
    assertThat(pages).isLessThanOrEqualTo(MOST_PAGES);
    // One a page, and one more where a code comes back: for the contact, and before the last
    // button.
    assertThat(AROUND + open.size() + 2).isLessThanOrEqualTo(MOST_CLICKS);
  }

  /** What stands between the line's page and the check of all answers, if money comes back. */
  private static List<Question> open(Pack pack, String registeredWith) {
    List<CopyNeeded> copies =
        pack.copies(Way.WEB, registeredWith, Acting.HOLDER).stream()
            .map(paper -> new CopyNeeded(paper, pack.sides(paper)))
            .toList();
    Draft draft = Draft.empty("id").asked(true, copies, List.of());
    return Stream.of(Question.values())
        .filter(question -> Question.asked(pack, draft).contains(question))
        .filter(question -> question.open(draft))
        .toList();
  }
}
