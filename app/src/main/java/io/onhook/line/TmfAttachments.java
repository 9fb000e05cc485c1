package io.onhook.line;

import static io.onhook.bss.BssClient.encode;

import io.onhook.bss.BssClient;
import io.onhook.bss.BusinessSystems;
import io.onhook.bss.Unreadable;
import io.onhook.shared.Answer;
import io.onhook.shared.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Parts products over TMF637 v4: {@code productRelationship} of the main product is patched to what
 * stays. A product that is gone hangs on nothing.
 */
@Component
@ConditionalOnProperty("onhook.bss.url")
final class TmfAttachments implements Attachments {
  private final BssClient bss;
  private final String products;

  TmfAttachments(BssClient bss, BusinessSystems systems) {
    this.bss = bss;
    products = systems.inventoryPath() + "/product/";
  }

  @Override
  public Duration longest() {
    return bss.longest();
  }

  @Override
  public Answer<Boolean> hangs(LineId main, LineId other) {
    return read(bss.deadline(), main).map(found -> found.filter(it -> has(it, other)).isPresent());
  }

  @Override
  public Answer<Boolean> detach(LineId main, LineId other, String effectKey) {
    Deadline deadline = bss.deadline();
    return read(deadline, main)
        .then(
            found ->
                found
                    .map(it -> detach(deadline, main, it, other, effectKey))
                    .orElseGet(() -> new Answer.Got<>(true)));
  }

  private Answer<Boolean> detach(
      Deadline deadline, LineId main, TmfProduct product, LineId other, String effectKey) {
    if (!has(product, other)) {
      return new Answer.Got<>(true);
    }
    List<Map<String, Object>> stay =
        relations(product).filter(it -> !is(it, other)).map(TmfAttachments::written).toList();
    return bss.write(
        deadline,
        "PATCH",
        products + encode(main.value()),
        effectKey,
        Map.of("productRelationship", stay),
        TmfProduct.class,
        it -> {
          if (has(it, other)) {
            throw new Unreadable("product " + other + " was to be parted but hangs on " + main);
          }
          return true;
        });
  }

  @Override
  public Answer<Boolean> hasEnded(LineId product) {
    return read(bss.deadline(), product).map(found -> found.isEmpty() || ended(found.get()));
  }

  @Override
  public Answer<Boolean> end(LineId product, String effectKey) {
    return bss.write(
        bss.deadline(),
        "PATCH",
        products + encode(product.value()),
        effectKey,
        Map.of("status", "terminated"),
        TmfProduct.class,
        it -> {
          if (!ended(it)) {
            throw new Unreadable("product " + product + " was accepted as ended but is not");
          }
          return true;
        });
  }

  private static boolean ended(TmfProduct product) {
    return LineReading.status(product) == Line.Status.TERMINATED;
  }

  private Answer<Optional<TmfProduct>> read(Deadline deadline, LineId id) {
    return bss.find(
        deadline,
        products + encode(id.value()),
        TmfProduct.class,
        product -> {
          if (!id.value().equals(product.id())) {
            throw new Unreadable("another product than " + id + " was given");
          }
          return product;
        });
  }

  private static boolean has(TmfProduct product, LineId other) {
    return relations(product).anyMatch(it -> is(it, other));
  }

  private static boolean is(TmfProduct.Relationship relation, LineId other) {
    TmfProduct.Reference product = relation.product();
    return product != null && other.value().equals(product.id());
  }

  private static Stream<TmfProduct.Relationship> relations(TmfProduct product) {
    return product.productRelationship() == null
        ? Stream.of()
        : product.productRelationship().stream();
  }

  private static Map<String, Object> written(TmfProduct.Relationship it) {
    TmfProduct.Reference product = Objects.requireNonNull(it.product(), "relation of nothing");
    return Map.of(
        "relationshipType",
        String.valueOf(it.relationshipType()),
        "product",
        Map.of("id", String.valueOf(product.id()), "name", String.valueOf(product.name())));
  }
}
