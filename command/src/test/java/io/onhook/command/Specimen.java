package io.onhook.command;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Photos of a card that nobody has: lines where words would stand. */
final class Specimen {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;

  private Specimen() {}

  /** Its front: a portrait and some lines. */
  static byte[] front() {
    BufferedImage photo = table();
    Graphics2D graphics = brush(photo);
    graphics.setColor(new Color(0x8FA6AD));
    graphics.fillOval(1080, 330, 190, 220);
    graphics.fillRoundRect(1010, 570, 330, 250, 160, 160);
    graphics.setColor(new Color(0x33484F));
    for (int line = 0; line < 5; line++) {
      graphics.fillRoundRect(250, 340 + line * 95, line == 4 ? 1000 : 560 - line * 60, 34, 16, 16);
    }
    graphics.dispose();
    return jpeg(photo);
  }

  /** Its back: an emblem and two lines. */
  static byte[] back() {
    BufferedImage photo = table();
    Graphics2D graphics = brush(photo);
    graphics.setColor(new Color(0xB4533C));
    graphics.fillOval(270, 320, 230, 230);
    graphics.setColor(new Color(0xF4E3C8));
    graphics.fillOval(335, 385, 100, 100);
    graphics.setColor(new Color(0x33484F));
    graphics.fillRoundRect(580, 380, 720, 60, 20, 20);
    graphics.fillRoundRect(580, 640, 600, 34, 16, 16);
    graphics.fillRoundRect(580, 740, 480, 34, 16, 16);
    graphics.dispose();
    return jpeg(photo);
  }

  private static BufferedImage table() {
    var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = brush(photo);
    graphics.setColor(new Color(0x3B332C));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(new Color(0xDDE9EA));
    graphics.fillRoundRect(160, 240, 1280, 720, 70, 70);
    graphics.dispose();
    return photo;
  }

  private static Graphics2D brush(BufferedImage photo) {
    Graphics2D graphics = photo.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return graphics;
  }

  private static byte[] jpeg(BufferedImage photo) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(photo, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
