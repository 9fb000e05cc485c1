package io.onhook.line;

import static io.onhook.bss.BssClient.encode;

import io.onhook.bss.BssClient;
import io.onhook.bss.BusinessSystems;
import io.onhook.bss.Unreadable;
import io.onhook.shared.Answer;
import io.onhook.shared.Deadline;
import io.onhook.shared.Fault;
import io.onhook.shared.Msisdn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The operator's product inventory over TMF637 v4, and the holder over TMF632 v4.
 *
 * <p>A partner that does not know a filter passes it over and answers with everything. So what
 * comes back is filtered again: a line is never taken for another.
 */
@Component
@ConditionalOnProperty("onhook.bss.url")
final class TmfInventory implements Lines {
  private final BssClient bss;
  private final String products;
  private final String parties;
  private final LineReading reading;

  TmfInventory(BssClient bss, BusinessSystems settings) {
    this.bss = bss;
    products = settings.inventoryPath() + "/product";
    parties = settings.partyPath();
    reading = new LineReading(settings);
  }

  @Override
  public Duration longest() {
    return bss.longest();
  }

  @Override
  public Answer<Optional<Line>> byMsisdn(Msisdn msisdn) {
    Deadline deadline = bss.deadline();
    return bss.list(
            deadline,
            products + "?productSerialNumber=" + encode(msisdn.digits()),
            TmfProduct[].class,
            found ->
                found.stream()
                    .filter(product -> !LineReading.isGone(product))
                    .filter(
                        product ->
                            LineReading.number(product).filter(msisdn.digits()::equals).isPresent())
                    .toList())
        .then(
            found ->
                switch (found.size()) {
                  case 0 -> new Answer.Got<>(Optional.empty());
                  case 1 -> withHolder(deadline, found.getFirst()).map(Optional::of);
                  default ->
                      new Answer.Failed<>(
                          Fault.protocol("bss", "two products have the same number at once"));
                });
  }

  @Override
  public Answer<Optional<Line>> byId(LineId id) {
    Deadline deadline = bss.deadline();
    return bss.find(deadline, path(id), TmfProduct.class, product -> same(id, product))
        .then(
            found ->
                found.isEmpty()
                    ? new Answer.Got<>(Optional.empty())
                    : withHolder(deadline, found.get()).map(Optional::of));
  }

  @Override
  public Answer<List<Line>> ofHolder(String partyId) {
    Deadline deadline = bss.deadline();
    Answer<List<TmfProduct>> owned =
        bss.list(
            deadline,
            products + "?relatedParty.id=" + encode(partyId),
            TmfProduct[].class,
            found ->
                found.stream()
                    .filter(LineReading::isLine)
                    .filter(product -> partyId.equals(LineReading.holder(product).id()))
                    .toList());
    return owned.then(
        found ->
            found.isEmpty()
                ? new Answer.Got<>(List.of())
                : party(deadline, found.getFirst()).then(holder -> lines(found, holder)));
  }

  @Override
  public Answer<Line> setStatus(LineId id, Line.Status wanted, String effectKey) {
    String status = LineReading.word(wanted);
    Deadline deadline = bss.deadline();
    return bss.write(
            deadline,
            "PATCH",
            path(id),
            effectKey,
            Map.of("status", status),
            TmfProduct.class,
            product -> {
              if (LineReading.status(same(id, product)) != wanted) {
                throw new Unreadable(
                    "product " + id + " was accepted as " + status + " but is not");
              }
              return product;
            })
        .then(product -> withHolder(deadline, product).afterSending());
  }

  private Answer<Line> withHolder(Deadline deadline, TmfProduct product) {
    return party(deadline, product)
        .then(holder -> lines(List.of(product), holder))
        .map(List::getFirst);
  }

  private Answer<TmfParty> party(Deadline deadline, TmfProduct product) {
    return BssClient.readable(() -> LineReading.holder(product))
        .then(
            holder -> {
              String kind = LineReading.isCompany(holder) ? "/organization/" : "/individual/";
              String id = String.valueOf(holder.id());
              return bss.find(
                  deadline,
                  parties + kind + encode(id),
                  TmfParty.class,
                  party -> {
                    if (!id.equals(party.id())) {
                      throw new Unreadable("another party than asked for was given");
                    }
                    return party;
                  });
            })
        .then(
            found ->
                found
                    .<Answer<TmfParty>>map(Answer.Got::new)
                    .orElseGet(
                        () ->
                            new Answer.Failed<>(
                                Fault.protocol("bss", "a product's holder is not known"))));
  }

  private Answer<List<Line>> lines(List<TmfProduct> found, TmfParty holder) {
    return BssClient.readable(
        () -> {
          var lines = new ArrayList<Line>();
          for (TmfProduct product : found) {
            lines.add(reading.line(product, holder));
          }
          return List.copyOf(lines);
        });
  }

  private static TmfProduct same(LineId id, TmfProduct product) {
    if (!id.value().equals(product.id())) {
      throw new Unreadable("another product than " + id + " was given");
    }
    return product;
  }

  private String path(LineId id) {
    return products + "/" + encode(id.value());
  }
}
