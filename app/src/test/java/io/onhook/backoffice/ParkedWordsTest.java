package io.onhook.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.settlement.Billing.RefundOrder;
import io.onhook.shared.Language;
import io.onhook.web.Renderer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations read a sentence, not a code, whatever the bank says of a refund. */
class ParkedWordsTest {
  @Test
  void eachWordForALostRefundHasItsSentence() {
    var texts = new Renderer().texts();
    for (Language language : List.of(Language.ZH_CN, Language.EN)) {
      for (String status : RefundOrder.LOST) {
        String key = "why.refund-" + status;
        assertThat(texts.getMessage(key, null, "", language.locale())).as(key).isNotBlank();
      }
    }
  }
}
