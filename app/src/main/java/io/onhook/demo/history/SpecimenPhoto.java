package io.onhook.demo.history;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A photo of a card that nobody has. Lines where words would stand: it needs no typeface, and shows
 * nobody's name.
 */
@Component
@Profile("sandbox")
public class SpecimenPhoto {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 960;
  private static final Color TABLE = new Color(0x3B332C);
  private static final Color CARD = new Color(0xDDE9EA);
  private static final Color PORTRAIT = new Color(0x8FA6AD);
  private static final Color INK = new Color(0x33484F);

  /** As a JPEG. */
  public byte[] jpeg() {
    var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = photo.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(TABLE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(CARD);
    graphics.fillRoundRect(130, 190, 1020, 580, 56, 56);
    graphics.setColor(PORTRAIT);
    graphics.fillOval(860, 260, 150, 176);
    graphics.fillRoundRect(806, 450, 260, 190, 130, 130);
    graphics.setColor(INK);
    for (int line = 0; line < 4; line++) {
      graphics.fillRoundRect(200, 270 + line * 78, 450 - line * 50, 28, 12, 12);
    }
    graphics.fillRoundRect(200, 670, 800, 28, 12, 12);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(photo, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
