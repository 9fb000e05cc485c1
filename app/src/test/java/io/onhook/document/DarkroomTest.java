package io.onhook.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The process apart: what happens to it does not happen to the service. */
class DarkroomTest {
  private final Darkroom darkroom = new Darkroom(1);

  /** Dies before it says a word. */
  static final class Dies {
    private Dies() {}

    public static void main(String[] arguments) {
      Runtime.getRuntime().halt(1);
    }
  }

  /** Says more than there can be. */
  static final class Boasts {
    private Boasts() {}

    public static void main(String[] arguments) throws IOException {
      System.in.readAllBytes();
      System.out.write(new byte[] {1, 0x7F, 0, 0, 0});
      System.out.flush();
    }
  }

  /** Never answers. */
  static final class Sleeps {
    private Sleeps() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.sleep(Duration.ofDays(1));
    }
  }

  @Test
  void developsAPhoto() {
    assertThat(darkroom.develop(SpecimenFiles.exifJpeg(900, 600, 6)))
        .isInstanceOfSatisfying(
            Development.Pictures.class,
            made ->
                assertThat(SpecimenFiles.read(made.pages().getFirst().jpeg()).getHeight())
                    .isEqualTo(900));
  }

  @Test
  void diesOfABombInOurPlace() {
    assertThat(darkroom.develop(SpecimenFiles.pdfBomb()))
        .isEqualTo(new Development.Spoilt(FileProblem.TOO_HEAVY));
  }

  @Test
  void tellsTheProblem() {
    assertThat(darkroom.develop(SpecimenFiles.lockedPdf("secret")))
        .isEqualTo(new Development.Spoilt(FileProblem.LOCKED));
  }

  @Test
  void isNotBelievedBlindly() {
    for (Class<?> program : List.of(Dies.class, Boasts.class, Sleeps.class)) {
      var other = new Darkroom(1, Darkroom.program(program), Duration.ofSeconds(5));
      assertThat(other.develop(SpecimenFiles.jpeg(900, 600)))
          .as(program.getSimpleName())
          .isEqualTo(new Development.Spoilt(FileProblem.TOO_HEAVY));
    }
  }
}
