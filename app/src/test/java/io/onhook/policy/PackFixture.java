package io.onhook.policy;

import io.onhook.policy.PackLoader.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The default pack, with single places of its file changed. */
public final class PackFixture {
  private String text = file();

  private PackFixture() {}

  public static PackFixture defaultPack() {
    return new PackFixture();
  }

  /** The pack of this id that ships with the product. */
  public static Pack shipped(String id) {
    try {
      return new PackLoader().load(Optional.empty(), id).current();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the one place where this stands. */
  public PackFixture with(String old, String replacement) {
    int at = text.indexOf(old);
    if (at < 0 || text.indexOf(old, at + 1) >= 0) {
      throw new IllegalArgumentException("Not exactly once in default.yaml: " + old);
    }
    text = text.replace(old, replacement);
    return this;
  }

  /** Changes a gate's effect; a fee is dropped where it no longer costs. */
  public PackFixture gate(Gate gate, GateEffect effect) {
    return gate(gate, effect, "");
  }

  /** Changes a gate's effect, and adds these lines to it. */
  public PackFixture gate(Gate gate, GateEffect effect, String more) {
    int at = text.indexOf("\n  " + gate.key() + ":\n") + 1;
    int end = text.indexOf("\n\n", at);
    String key = effect.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String rule =
        text.substring(at, end)
            .replaceFirst("effect: [a-z-]+", "effect: " + key)
            .replaceFirst("\n    fee: .*", "");
    text = text.substring(0, at) + rule + more + text.substring(end);
    return this;
  }

  public String text() {
    return text;
  }

  public Pack load() {
    return new PackLoader().load(List.of(new Source("test.yaml", text)), "default").current();
  }

  private static String file() {
    try (InputStream in =
        Objects.requireNonNull(PackFixture.class.getResourceAsStream("packs/default.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
