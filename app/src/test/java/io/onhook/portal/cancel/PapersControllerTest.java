package io.onhook.portal.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.onhook.access.HolderPrincipal;
import io.onhook.access.Holders;
import io.onhook.cancellation.CopyNeeded;
import io.onhook.document.Document;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.document.FileProblem;
import io.onhook.document.TakeAnswer;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.portal.Samples;
import io.onhook.portal.SentFiles;
import io.onhook.shared.Language;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.ui.ConcurrentModel;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** Sending, seeing, replacing and removing copies. */
class PapersControllerTest {
  private static final HolderPrincipal HOLDER = Holders.of("P-1", "L-1");
  private static final Drawer DRAWER = new Drawer("draft-1", "P-1");
  private static final String PAGE = "/cancel/papers/resident-id";
  private static final Say SAY = Samples.say(Language.EN);

  private final DraftStore drafts = mock(DraftStore.class);
  private final Documents documents = mock(Documents.class);
  private final Packs packs = new Packs(List.of(Samples.PACK), Samples.PACK.id());
  private final PapersController controller =
      new PapersController(
          new Form(drafts, documents, packs),
          new PaperRows(documents, packs),
          new SentFiles(documents),
          documents);
  private final ConcurrentModel model = new ConcurrentModel();
  private final RedirectAttributesModelMap next = new RedirectAttributesModelMap();

  @BeforeEach
  void aLineThatNeedsBothSidesOfAnId() {
    when(drafts.of(HOLDER))
        .thenReturn(
            Draft.empty("draft-1")
                .asked(true, List.of(new CopyNeeded(Paper.RESIDENT_ID, 2)), List.of()));
  }

  @Test
  void takesAFileAndShowsItAgain() throws IOException {
    when(documents.take(any(), any(), any())).thenReturn(new TakeAnswer.Taken(document("d1", 1)));
    assertThat(take("", "", file("a.jpg", 1))).isEqualTo("redirect:" + PAGE);
    assertThat(next.getFlashAttributes().get("said")).isEqualTo("taken");
    verify(documents).take(DRAWER, Paper.RESIDENT_ID, new byte[1]);
  }

  @Test
  void saysWhatIsWrongAtTheField() throws IOException {
    when(documents.take(any(), any(), any()))
        .thenReturn(new TakeAnswer.Refused(FileProblem.TOO_MANY_PIXELS));
    assertThat(take("", "", file("a.jpg", 1))).isEqualTo("portal/cancel/paper");
    assertThat(problem()).isEqualTo("file.too-many-pixels");
    assertThat(take("", "")).isEqualTo("portal/cancel/paper");
    assertThat(problem()).isEqualTo("file.missing");
    // What a browser sends for a field without a file.
    take("", "", file("", 0));
    assertThat(problem()).isEqualTo("file.missing");
  }

  @Test
  void asksTheDomainAboutAnEmptyFileThatWasChosen() throws IOException {
    when(documents.take(any(), any(), any())).thenReturn(new TakeAnswer.Refused(FileProblem.EMPTY));
    take("", "", file("a.jpg", 0));
    assertThat(problem()).isEqualTo("file.empty");
  }

  @Test
  void losesNoFileByASwitchOfTheLanguage() throws IOException {
    assertThat(take("", "en")).isEqualTo("portal/cancel/paper");
    assertThat(shown("problems", Problems.class).any()).isFalse();
    when(documents.take(any(), any(), any())).thenReturn(new TakeAnswer.Taken(document("d1", 1)));
    assertThat(take("", "en", file("a.jpg", 1))).isEqualTo("redirect:" + PAGE);
  }

  @Test
  void keepsTheOldOneUntilTheNewOneIsTaken() throws IOException {
    when(documents.take(any(), any(), any()))
        .thenReturn(new TakeAnswer.Refused(FileProblem.BLANK))
        .thenReturn(new TakeAnswer.Taken(document("d2", 1)));
    take("d1", "", file("a.jpg", 1));
    verify(documents, never()).remove(any(), any());
    take("d1", "", file("a.jpg", 1));
    var order = inOrder(documents);
    order.verify(documents).take(any(), any(), any());
    order.verify(documents).remove(DRAWER, "d1");
  }

  @Test
  void goesOnOnceAllSidesAreThere() {
    assertThat(controller.first(HOLDER)).isEqualTo("redirect:" + PAGE);
    when(documents.inDrawer(DRAWER)).thenReturn(List.of(document("d1", 1)));
    assertThat(row().missing()).isEqualTo(1);
    assertThat(row().nextSide()).isEqualTo(2);
    when(documents.inDrawer(DRAWER)).thenReturn(List.of(document("d1", 1), document("d2", 1)));
    assertThat(row().complete()).isTrue();
    assertThat(controller.first(HOLDER)).isEqualTo("redirect:/cancel");
  }

  /** No page in between: all is shown once more before it is sent. */
  @Test
  void goesStraightOnFromTheLastSide() throws IOException {
    when(documents.take(any(), any(), any())).thenReturn(new TakeAnswer.Taken(document("d1", 1)));
    when(documents.inDrawer(DRAWER))
        .thenReturn(List.of())
        .thenReturn(List.of(document("d1", 1), document("d2", 1)));
    assertThat(take("", "", file("a.jpg", 1), file("b.jpg", 1)))
        .isEqualTo("redirect:/cancel/identity");
  }

  @Test
  void tellsWhatTheDoorRefusedUnread() {
    controller.show(HOLDER, "resident-id", "", Optional.of(""), SAY, model);
    assertThat(problem()).isEqualTo("file.too-large");
  }

  @Test
  void hasNoPageForAPaperThatNobodyAskedFor() throws IOException {
    assertThat(controller.show(HOLDER, "passport", "", Optional.empty(), SAY, model))
        .isEqualTo("redirect:/cancel");
    assertThat(controller.take(HOLDER, "passport", List.of(), "", "", SAY, model, next))
        .isEqualTo("redirect:/cancel");
    assertThat(controller.remove(HOLDER, "no-paper", "d1", next)).isEqualTo("redirect:/cancel");
    verify(documents, never()).take(any(), any(), any());
    verify(documents, never()).remove(any(), any());
  }

  @Test
  void showsItsPicturesToTheirHolderOnly() {
    when(documents.preview(DRAWER, "d1", 1)).thenReturn(Optional.of(new byte[] {1, 2}));
    var shown = controller.picture(HOLDER, "resident-id", "d1", 1);
    assertThat(shown.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(shown.getBody()).hasSize(2);
    when(drafts.of(Holders.of("P-2", "L-2"))).thenReturn(Draft.empty("draft-2"));
    assertThatThrownBy(() -> controller.picture(Holders.of("P-2", "L-2"), "resident-id", "d1", 1))
        .isInstanceOf(ResponseStatusException.class);
  }

  private PaperRow row() {
    controller.show(HOLDER, "resident-id", "", Optional.empty(), SAY, model);
    return shown("paper", PaperRow.class);
  }

  private String take(String replaces, String lang, MultipartFile... files) throws IOException {
    return controller.take(HOLDER, "resident-id", List.of(files), replaces, lang, SAY, model, next);
  }

  private String problem() {
    return shown("problems", Problems.class).all().getFirst().code();
  }

  private <T> T shown(String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(model.getAttribute(name)));
  }

  private static MultipartFile file(String name, int length) {
    return new MockMultipartFile("file", name, "image/jpeg", new byte[length]);
  }

  private static Document document(String id, int pages) {
    return new Document(id, Paper.RESIDENT_ID, pages, Samples.NOW, null);
  }
}
