package io.onhook.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * What a file is by its first bytes, and how large a picture is by its header: a file that is too
 * much is refused before anything is allocated for it.
 */
sealed interface Glance {
  /** Worth opening. */
  record Fine(FileKind kind) implements Glance {}

  /** Not. */
  record No(FileProblem problem) implements Glance {}

  /** Looks at a file. */
  static Glance at(byte[] file) {
    if (file.length == 0) {
      return new No(FileProblem.EMPTY);
    }
    if (file.length > Limits.MEGABYTES * 1024 * 1024) {
      return new No(FileProblem.TOO_LARGE);
    }
    if (starts(file, 0, 0xFF, 0xD8, 0xFF)) {
      return JpegHeader.read(file).map(Glance::jpeg).orElseGet(() -> new No(FileProblem.DAMAGED));
    }
    if (starts(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return png(file);
    }
    if (starts(file, 0, '%', 'P', 'D', 'F', '-')) {
      return new Fine(FileKind.PDF);
    }
    return new No(isHeic(file) ? FileProblem.HEIC : FileProblem.UNKNOWN_KIND);
  }

  private static Glance jpeg(JpegHeader header) {
    return switch (header.inks()) {
      case 1, 3 -> sized(FileKind.JPEG, header.width(), header.height());
      case 4 -> new No(FileProblem.PRINT_COLOURS);
      default -> new No(FileProblem.DAMAGED);
    };
  }

  private static Glance png(byte[] file) {
    if (file.length < 33 || !starts(file, 12, 'I', 'H', 'D', 'R')) {
      return new No(FileProblem.DAMAGED);
    }
    var header = ByteBuffer.wrap(file);
    return sized(FileKind.PNG, header.getInt(16), header.getInt(20));
  }

  private static Glance sized(FileKind kind, int width, int height) {
    if (width <= 0 || height <= 0) {
      return new No(FileProblem.DAMAGED);
    }
    if ((long) width * height > Limits.MEGAPIXELS * 1_000_000L) {
      return new No(FileProblem.TOO_MANY_PIXELS);
    }
    return Math.max(width, height) < Limits.SHORTEST_SIDE
        ? new No(FileProblem.TOO_SMALL)
        : new Fine(kind);
  }

  /** The box {@code ftyp} of a HEIF file, with one of the brands that cameras write. */
  private static boolean isHeic(byte[] file) {
    return starts(file, 4, 'f', 't', 'y', 'p')
        && file.length >= 12
        && Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif")
            .contains(new String(Arrays.copyOfRange(file, 8, 12), StandardCharsets.ISO_8859_1));
  }

  private static boolean starts(byte[] file, int at, int... magic) {
    if (file.length < at + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((file[at + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
