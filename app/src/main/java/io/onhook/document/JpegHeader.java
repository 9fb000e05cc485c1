package io.onhook.document;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a JPEG says of itself before its picture begins.
 *
 * @param inks colour components: 1 grey, 3 colour, 4 for print
 * @param orientation how it was held, 1 to 8 as in EXIF; 1 is upright
 */
record JpegHeader(int width, int height, int inks, int orientation) {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int ORIENTATION_TAG = 0x0112;
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

  /** Reads segment after segment up to the frame's header; empty if there is none. */
  static Optional<JpegHeader> read(byte[] file) {
    try {
      return read(ByteBuffer.wrap(file));
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // A length that points out of the file: it is no JPEG, which is the answer.
      return Optional.empty();
    }
  }

  private static Optional<JpegHeader> read(ByteBuffer file) {
    int orientation = 1;
    while (true) {
      int marker = marker(file);
      if (marker == SOI || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
        continue;
      }
      if (marker == EOI || marker == SOS) {
        return Optional.empty();
      }
      int length = Short.toUnsignedInt(file.getShort()) - 2;
      ByteBuffer segment = file.slice(file.position(), length);
      file.position(file.position() + length);
      if (isFrame(marker)) {
        segment.get();
        int height = Short.toUnsignedInt(segment.getShort());
        int width = Short.toUnsignedInt(segment.getShort());
        return Optional.of(new JpegHeader(width, height, segment.get() & 0xFF, orientation));
      }
      if (marker == APP1 && length > EXIF.length && exif(segment)) {
        orientation = orientation(segment.slice());
      }
    }
  }

  private static int marker(ByteBuffer file) {
    if ((file.get() & 0xFF) != 0xFF) {
      throw new IllegalArgumentException("No marker");
    }
    int marker = 0xFF;
    while (marker == 0xFF) {
      marker = file.get() & 0xFF;
    }
    return marker;
  }

  /** SOF0 to SOF15, without the three that are something else. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean exif(ByteBuffer segment) {
    byte[] name = new byte[EXIF.length];
    segment.get(name);
    return Arrays.equals(name, EXIF);
  }

  /** From the first directory of the TIFF inside; whatever is wrong with it, it is upright. */
  private static int orientation(ByteBuffer tiff) {
    try {
      tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int at = tiff.getInt(4);
      int entries = Short.toUnsignedInt(tiff.getShort(at));
      for (int i = 0; i < entries; i++) {
        int entry = at + 2 + i * 12;
        if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG) {
          int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
      return 1;
    } catch (IndexOutOfBoundsException e) {
      return 1;
    }
  }
}
