package io.onhook.visit;

import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.Representative;
import io.onhook.certificate.Words;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.policy.Wording;
import io.onhook.shared.Language;
import java.time.Instant;
import java.time.LocalDate;
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

  /** What a holder must know before the end, in the pack's words; after who acts declares it. */
  private static final List<Wording> LOST =
      List.of(
          Wording.NUMBER,
          Wording.UNUSED_PLAN,
          Wording.REFUND,
          Wording.BACK_UP,
          Wording.UNBIND,
          Wording.SIM);

  private final Identities identities;
  private final Visitors visitors;
  private final Sims sims;
  private final Tills tills;
  private final Packs packs;

  Recital(Identities identities, Visitors visitors, Sims sims, Tills tills, Packs packs) {
    this.identities = identities;
    this.visitors = visitors;
    this.sims = sims;
    this.tills = tills;
    this.packs = packs;
  }

  List<Item> of(Visit visit, CancellationView it) {
    Pack pack = packs.current();
    var items = new ArrayList<Item>();
    boolean handedIn = sims.of(visit).filter(sim -> sim.kind() == Sim.Kind.CARD).isPresent();
    Optional<Visitor> visitor = visitors.of(visit);
    Acting acting = visitor.map(Visitor::acting).orElse(Acting.HOLDER);
    Stream.concat(
            Stream.of(pack.declaration(acting)),
            LOST.stream()
                // Who has handed the card in keeps none.
                .filter(wording -> wording != Wording.SIM || !handedIn)
                .map(pack::wording))
        .filter(text -> !text.isEmpty())
        .map(text -> new Item(Item.Part.EXPLAINED, Words.same(""), words(text)))
        .forEach(items::add);
    items.add(Item.done("业务编号", "Request", Words.same(it.reference().text())));
    items.add(Item.done("号码", "Number", Words.same(it.maskedNumber() + " · " + it.planName())));
    items.add(Item.done("受理时间", "Received", moment(pack, it.receivedAt())));
    visitor.stream().flatMap(who -> acts(who, pack)).forEach(items::add);
    done(visit, pack).forEach(items::add);
    open(it, pack).forEach(items::add);
    return List.copyOf(items);
  }

  /** Who acts, for whom; nothing where it is the holder. */
  private static Stream<Item> acts(Visitor visitor, Pack pack) {
    Visitor.Behalf behalf = visitor.behalf();
    if (behalf == null) {
      return Stream.empty();
    }
    Representative who = behalf.representative();
    return Stream.of(
        Item.done("机主", "Holder", Words.same(behalf.holder())),
        Item.done("代机主办理", "Acts for the holder", acts(who, pack)),
        Item.done(
            "已核对代办人证件",
            "ID of who acts checked",
            with(paper(pack, who.documentKind()), moment(pack, visitor.at()))));
  }

  private static Words acts(Representative who, Pack pack) {
    var rule = pack.actors().get(who.acting());
    Text relation = rule == null ? null : rule.relations().get(who.relation());
    LocalDate until = who.mandateUntil();
    Words acts = with(Words.same(who.name()), role(who.acting()));
    Words related = relation == null ? acts : with(acts, words(relation));
    return until == null
        ? related
        : with(related, new Words("授权至 " + until, "good until " + until));
  }

  private static Words role(Acting acting) {
    return switch (acting) {
      case HOLDER -> new Words("机主", "holder");
      case AGENT -> new Words("受托人", "agent with a mandate");
      case HEIR -> new Words("继承人", "heir");
      case COMPANY -> new Words("单位经办人", "sent by the company");
      case GUARDIAN -> new Words("监护人", "guardian");
    };
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
    int files = identities.photos(visit).size();
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
