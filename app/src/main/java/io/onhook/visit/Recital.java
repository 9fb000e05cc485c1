package io.onhook.visit;

import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.LineTrack;
import io.onhook.certificate.Words;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.policy.Wording;
import io.onhook.shared.Language;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The list that a visitor signs: what is lost, what was done here, what is open until when. */
@Component
final class Recital {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** What a holder must know before the end, in the pack's words. */
  private static final List<Wording> LOST =
      List.of(
          Wording.DECLARATION,
          Wording.NUMBER,
          Wording.UNUSED_PLAN,
          Wording.REFUND,
          Wording.BACK_UP,
          Wording.UNBIND,
          Wording.SIM);

  private final Identities identities;
  private final Sims sims;
  private final Tills tills;
  private final Packs packs;

  Recital(Identities identities, Sims sims, Tills tills, Packs packs) {
    this.identities = identities;
    this.sims = sims;
    this.tills = tills;
    this.packs = packs;
  }

  List<Item> of(Visit visit, CancellationView it) {
    Pack pack = packs.current();
    var items = new ArrayList<Item>();
    boolean handedIn = sims.of(visit).filter(sim -> sim.kind() == Sim.Kind.CARD).isPresent();
    LOST.stream()
        // Who has handed the card in keeps none.
        .filter(wording -> wording != Wording.SIM || !handedIn)
        .map(pack::wording)
        .filter(text -> !text.isEmpty())
        .map(text -> new Item(Item.Part.EXPLAINED, Words.same(""), words(text)))
        .forEach(items::add);
    items.add(Item.done("业务编号", "Request", Words.same(it.reference().text())));
    items.add(Item.done("号码", "Number", Words.same(it.maskedNumber() + " · " + it.planName())));
    items.add(Item.done("受理时间", "Received", moment(pack, it.receivedAt())));
    done(visit, pack).forEach(items::add);
    open(it, pack).forEach(items::add);
    return List.copyOf(items);
  }

  private Stream<Item> done(Visit visit, Pack pack) {
    Optional<Item> identity =
        identities
            .of(visit)
            .filter(IdentityCheck::fits)
            .map(
                check ->
                    Item.done(
                        "已核对证件",
                        "ID checked",
                        with(paper(pack, check.kind()), moment(pack, check.at()))));
    int files = identities.photographed(visit);
    Optional<Item> papers =
        files == 0
            ? Optional.empty()
            : Optional.of(Item.done("证件照片", "Photos of papers", Words.same(String.valueOf(files))));
    Optional<Item> sim = sims.of(visit).map(Recital::sim);
    return Stream.concat(
        Stream.of(identity, papers, sim).flatMap(Optional::stream),
        tills.of(visit).stream()
            .map(
                payment ->
                    Item.done(
                        "已缴费",
                        "Paid",
                        Words.same(payment.amount() + " · " + payment.reference()))));
  }

  private static Item sim(Sim sim) {
    return switch (sim.kind()) {
      case CARD ->
          Item.done(
              "已收 SIM 卡",
              "SIM taken in",
              new Words(
                  "尾号 " + sim.ending() + "，可撤销期间为您保管",
                  "ending in " + sim.ending() + ", kept while you can take the request back"));
      case ESIM ->
          Item.done("eSIM", "eSIM", new Words("收到凭证后由您删除", "you delete it after the certificate"));
      case LOST -> Item.done("SIM 卡", "SIM", new Words("您声明已丢失", "you declare that it is lost"));
    };
  }

  private static Stream<Item> open(CancellationView it, Pack pack) {
    var items = new ArrayList<Item>();
    boolean runs = it.lineTrack() != LineTrack.ENDED;
    Instant decideBy = it.dates().decideBy();
    if (runs && it.lineTrack() == LineTrack.IN_REVIEW && decideBy != null) {
      items.add(Item.open("最迟答复", "We answer by", until(pack, decideBy)));
    }
    if (runs) {
      items.add(
          Item.open("可以撤销至", "Can be taken back until", until(pack, it.dates().windowClosesAt())));
      items.add(Item.open("号码使用至", "The line works until", until(pack, it.dates().endsAt())));
    }
    items.add(Item.open("退款最迟到账", "A credit has arrived by", until(pack, it.dates().refundBy())));
    items.add(
        it.certificate()
            .map(number -> Item.open("注销凭证", "Certificate", Words.same(number)))
            .orElseGet(
                () ->
                    Item.open(
                        "注销凭证",
                        "Certificate",
                        new Words("号码注销后发给您", "you get it once the line has ended"))));
    return items.stream();
  }

  private static Words paper(Pack pack, String kind) {
    return Paper.of(kind)
        .map(paper -> pack.papers().get(paper))
        .map(rule -> words(rule.title()))
        .orElseGet(() -> Words.same(kind));
  }

  private static Words words(Text text) {
    return new Words(text.in(Language.ZH_CN), text.in(Language.EN));
  }

  private static Words with(Words words, Words more) {
    return new Words(words.zh() + "，" + more.zh(), words.en() + ", " + more.en());
  }

  /** A deadline at midnight is the day before, as people say it. */
  private static Words until(Pack pack, Instant at) {
    return at.atZone(pack.zone()).toLocalTime().equals(LocalTime.MIDNIGHT)
        ? Words.same(pack.days().lastDayBefore(at).toString())
        : moment(pack, at);
  }

  private static Words moment(Pack pack, Instant at) {
    return Words.same(MOMENT.format(at.atZone(pack.zone())));
  }
}
