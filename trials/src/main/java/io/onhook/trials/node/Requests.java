package io.onhook.trials.node;

import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.CancellationRefusal;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.Confirmation;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.Declarations;
import io.onhook.cancellation.DeclareAnswer;
import io.onhook.cancellation.Declared;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.document.FileProblem;
import io.onhook.document.TakeAnswer;
import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.policy.Fate;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks for ends of lines, as programs, holders online and those do who have not signed in. */
final class Requests {
  /** Longer than any code counts. */
  private static final Duration OLD = Duration.ofHours(2);

  private final Cancellations cancellations;
  private final Declarations declarations;
  private final Documents documents;
  private final Clock clock;
  private final ZoneId zone;

  Requests(ApplicationContext context) {
    this.cancellations = context.getBean(Cancellations.class);
    this.declarations = context.getBean(Declarations.class);
    this.documents = context.getBean(Documents.class);
    this.clock = context.getBean(Clock.class);
    this.zone = context.getBean(Packs.class).current().zone();
  }

  JsonNode submit(JsonNode it) {
    String account = it.path("refundAccount").asString("");
    var contact =
        new Contact(
            Notice.Channel.EMAIL, it.path("email").asString(), clock.instant().minusSeconds(60));
    var request =
        new CancelLine(
            new LineId(it.path("line").asString()),
            it.path("holder").asString(),
            "resident-id",
            it.path("document").asString(),
            endsOn(it),
            contact,
            account.isEmpty() ? null : account,
            Language.ZH_CN,
            it.path("online").asBoolean() ? "web" : "api",
            drawer(it),
            bundle(it),
            null);
    SubmitAnswer answer =
        it.path("online").asBoolean()
            ? online(request, it.path("key").asString())
            : cancellations.submit(request, Servant.client(it), it.path("key").asString());
    ObjectNode told = Servant.said(answer);
    if (answer instanceof SubmitAnswer.Submitted(var reference, var at, var dates, var repeated)) {
      told.put("reference", reference.text())
          .put("receivedAt", at.toString())
          .put("dates", dates.toString())
          .put("repeated", repeated);
    }
    return told;
  }

  /** The same is decided of all that is bundled with the line. */
  private Map<String, Fate> bundle(JsonNode it) {
    Optional<Fate> fate = Fate.of(it.path("bundle").asString(""));
    var line = new LineId(it.path("line").asString());
    return fate.isPresent()
            && cancellations.check(line, null, Servant.client(it))
                instanceof CheckAnswer.Checked checked
        ? checked.line().bundle().stream()
            .collect(Collectors.toMap(other -> other.id().value(), other -> fate.get()))
        : Map.of();
  }

  /** Where the picture lies that is sent along; null where none is. */
  private @Nullable Drawer drawer(JsonNode it) {
    if (!it.path("paper").asBoolean()) {
      return null;
    }
    var drawer = new Drawer("trial-" + it.path("key").asString(), it.path("party").asString());
    TakeAnswer answer = documents.take(drawer, Paper.RESIDENT_ID, picture());
    if (answer instanceof TakeAnswer.Refused(FileProblem problem) && problem != FileProblem.BUSY) {
      throw new IllegalStateException("The picture was refused: " + problem);
    }
    return drawer;
  }

  /** Of a pattern: what is of one colour is refused, since it shows nothing. */
  private static byte[] picture() {
    var picture = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        picture.setRGB(x, y, 0x010101 * ((x ^ y) & 0xff));
      }
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * As the portal does it: the holder looks, gets a code for exactly that, and sends. Before that
   * somebody tries with a code for another account, with an old one, and with one of the case's
   * contact; what they prove is named as a thief's.
   */
  private SubmitAnswer online(CancelLine request, String key) {
    return switch (cancellations.check(request.line(), request.endsOn(), Actor.api("trial"))) {
      case CheckAnswer.Checked checked -> {
        Actor holder = Actor.holder(checked.line().holder().partyId());
        String content = cancellations.content(request, checked.eligibility().quote());
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        Confirmation good = code(id, Confirmation.Via.LINE, now, content);
        int tries = 0;
        for (Confirmation thief :
            List.of(
                code("thief-1-" + id, Confirmation.Via.LINE, now, content + "0"),
                code("thief-2-" + id, Confirmation.Via.LINE, now.minus(OLD), content),
                code("thief-3-" + id, Confirmation.Via.CONTACT, now, content))) {
          cancellations.submit(request, holder, key + "-thief-" + ++tries, thief);
        }
        yield cancellations.submit(request, holder, key, good);
      }
      case CheckAnswer.NoSuchLine none ->
          new SubmitAnswer.Refused(List.of(new CancellationRefusal.NoSuchLine()));
      case CheckAnswer.PartnerUnavailable(var fault) -> new SubmitAnswer.PartnerUnavailable(fault);
      case CheckAnswer.NotReckonable(var fault) -> new SubmitAnswer.PartnerUnavailable(fault);
    };
  }

  private static Confirmation code(String id, Confirmation.Via via, Instant at, String content) {
    return new Confirmation(id, Confirmation.Kind.STEP_UP, via, at, content);
  }

  /** The last day that is asked for; null for the earliest possible. */
  private @Nullable LocalDate endsOn(JsonNode it) {
    int ahead = it.path("daysAhead").asInt();
    return ahead == 0 ? null : LocalDate.ofInstant(clock.instant(), zone).plusDays(ahead);
  }

  JsonNode declare(JsonNode it) {
    boolean atOnce = it.path("atOnce").asBoolean();
    var declared =
        new Declared(
            atOnce ? Declared.Kind.EXTRAORDINARY : Declared.Kind.ORDINARY,
            atOnce ? "moved abroad" : "",
            it.path("holder").asString(),
            it.path("number").asString(),
            endsOn(it),
            it.path("email").asString(),
            Language.EN,
            "notice",
            "as soon as possible");
    DeclareAnswer answer = declarations.declare(declared, it.path("key").asString());
    ObjectNode told = Servant.empty().put("answer", answer.getClass().getSimpleName());
    if (answer instanceof DeclareAnswer.Received(var reference, var at, var content)) {
      told.put("reference", reference.text()).put("receivedAt", at.toString());
    }
    return told;
  }

  JsonNode match(JsonNode it) {
    return Servant.said(
        declarations.match(
            Servant.reference(it),
            Msisdn.of(it.path("number").asString()),
            it.path("atOnce").asBoolean(),
            Actor.staff("rita")));
  }
}
