package io.onhook.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Makes plain pictures of a file, in the darkroom's process. */
final class Developing {
  private Developing() {}

  /** All pages of a file, upright, no larger than is kept, as new JPEGs. */
  static Development develop(byte[] file) {
    // Else ImageIO writes what it reads to a file of its own.
    ImageIO.setUseCache(false);
    try {
      return switch (Glance.at(file)) {
        case Glance.No(FileProblem problem) -> new Development.Spoilt(problem);
        case Glance.Fine(FileKind kind) -> pages(kind, file);
      };
    } catch (InvalidPasswordException e) {
      return new Development.Spoilt(FileProblem.LOCKED);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Decoders fail in many ways on a broken file. There is nobody else to fail for.
      return new Development.Spoilt(FileProblem.DAMAGED);
    }
  }

  private static Development pages(FileKind kind, byte[] file) throws IOException {
    return switch (kind) {
      case JPEG -> one(PictureFile.read("jpeg", file), turned(file));
      case PNG -> one(PictureFile.read("png", file), 1);
      case PDF -> PdfPages.of(file);
    };
  }

  private static int turned(byte[] jpeg) {
    return JpegHeader.read(jpeg).map(JpegHeader::orientation).orElse(1);
  }

  private static Development one(BufferedImage image, int orientation) throws IOException {
    return printed(List.of(Upright.turn(Kept.size(image), orientation)));
  }

  static Development printed(List<BufferedImage> images) throws IOException {
    if (images.stream().allMatch(Kept::isBlank)) {
      return new Development.Spoilt(FileProblem.BLANK);
    }
    var pages = new ArrayList<Picture>();
    for (BufferedImage image : images) {
      pages.add(new Picture(Kept.jpeg(image)));
    }
    return new Development.Pictures(List.copyOf(pages));
  }
}
