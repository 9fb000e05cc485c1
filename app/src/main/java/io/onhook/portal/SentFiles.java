package io.onhook.portal;

import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.document.FileProblem;
import io.onhook.document.TakeAnswer;
import io.onhook.policy.Paper;
import io.onhook.web.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files of a page in, by camera or from the disk, and says what was wrong with them. */
@Component
public final class SentFiles {
  /** The page's field. */
  public static final String FIELD = "file";

  private final Documents documents;

  public SentFiles(Documents documents) {
    this.documents = documents;
  }

  /**
   * What became of a page's files.
   *
   * @param taken how many are kept now
   * @param problems what was wrong with the others
   */
  public record Sent(int taken, Problems problems) {
    /** Whether the page can go on. */
    public boolean good() {
      return taken > 0 && !problems.any();
    }
  }

  /**
   * Takes all files in that somebody chose. The language switch sends them as well: they are taken,
   * for they can't be sent back, and none is missed.
   *
   * @param files as the page sent them; null for none
   * @param lang the language switched to; empty if the page itself was sent
   */
  public Sent take(Drawer drawer, Paper paper, @Nullable List<MultipartFile> files, String lang)
      throws IOException {
    List<MultipartFile> chosen =
        files == null ? List.of() : files.stream().filter(SentFiles::isChosen).toList();
    var problems = new Problems();
    if (chosen.isEmpty() && lang.isEmpty()) {
      problems.add(FIELD, "file.missing");
    }
    int taken = 0;
    for (MultipartFile file : chosen) {
      switch (documents.take(drawer, paper, file.getBytes())) {
        case TakeAnswer.Taken kept -> taken++;
        case TakeAnswer.Refused(var problem) -> add(problem, problems);
      }
    }
    return new Sent(taken, problems);
  }

  /** A browser sends a field without a file as one without a name; an empty file has one. */
  private static boolean isChosen(MultipartFile file) {
    String name = file.getOriginalFilename();
    return !file.isEmpty() || (name != null && !name.isEmpty());
  }

  /** Refused at the door, unread: the page's address alone tells of it. */
  public static Problems atTheDoor(Optional<String> tooLarge) {
    return tooLarge.isPresent() ? add(FileProblem.TOO_LARGE, new Problems()) : Problems.NONE;
  }

  /** What the page says of the files that it takes. */
  public static void limits(Model model) {
    model.addAttribute("most", FileProblem.TOO_LARGE.limit());
    model.addAttribute("pages", FileProblem.TOO_MANY_PAGES.limit());
  }

  private static Problems add(FileProblem problem, Problems problems) {
    return problems.add(FIELD, problem.code(), problem.limit());
  }
}
