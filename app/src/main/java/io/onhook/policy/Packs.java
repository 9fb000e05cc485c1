package io.onhook.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The door to the packs: the one in force, and older versions for the cases that run on them. */
public final class Packs {
  private final List<Pack> all;
  private final Pack current;

  /**
   * @param all every pack that was loaded
   * @param chosen id of the one in force; its highest version counts
   */
  public Packs(Collection<Pack> all, String chosen) {
    this.all = List.copyOf(all);
    this.current =
        all.stream()
            .filter(pack -> pack.id().equals(chosen))
            .max(Comparator.comparingInt(Pack::version))
            .orElseThrow(
                () -> new IllegalArgumentException("No pack is called \"" + chosen + "\"."));
  }

  /** The pack in force for new requests. */
  public Pack current() {
    return current;
  }

  /** The pack that a running case began with; empty if its file was taken away. */
  public Optional<Pack> find(String id, int version) {
    return all.stream().filter(p -> p.id().equals(id) && p.version() == version).findAny();
  }

  /**
   * The pack that a running case began with.
   *
   * @throws IllegalStateException if its file was taken away, which says so
   */
  public Pack of(String id, int version) {
    return find(id, version)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A running case needs pack %s version %d; put its file back"
                        .formatted(id, version)));
  }

  public List<Pack> all() {
    return all;
  }
}
