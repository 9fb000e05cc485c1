package io.onhook.sandbox.journal;

import io.onhook.sandbox.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of JSON lines. {@link #append} orders entries in memory; {@link
 * #awaitDurable} returns when the disk has them. Whoever waits first writes for all who wait (group
 * commit).
 */
public final class Journal implements AutoCloseable {
  private final FileChannel file;
  private final ReentrantLock flushing = new ReentrantLock();
  private final Object order = new Object();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final List<Long> starts = new ArrayList<>();
  private long end;
  private long lastAppended;
  private volatile long lastDurable;
  private volatile @Nullable IOException broken;

  private Journal(FileChannel file) {
    this.file = file;
  }

  /**
   * Opens or creates the journal and hands over each entry that is in it. A last line that a crash
   * cut off is dropped: nothing of it was ever acknowledged.
   *
   * @throws IOException if another process has it open, or a line in the middle can't be read
   */
  public static Journal open(Path path, Consumer<Entry> replay) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      file.close();
      throw new IOException(
          "Another sandbox is using " + path + ": stop it, or give another --data.");
    }
    Journal journal = new Journal(file);
    journal.load(path, replay);
    return journal;
  }

  /** Puts the next entry in order. It is not on the disk yet. */
  public Entry append(LongFunction<Entry> entry) {
    synchronized (order) {
      refuseIfBroken();
      Entry made = entry.apply(lastAppended + 1);
      byte[] line = Json.bytes(made);
      pending.writeBytes(line);
      pending.write('\n');
      starts.add(end);
      end += line.length + 1L;
      lastAppended = made.seq();
      return made;
    }
  }

  /** The sequence number of the last entry, on the disk or not. */
  public long last() {
    synchronized (order) {
      return lastAppended;
    }
  }

  /** Returns when the disk has all entries up to this one. */
  public void awaitDurable(long seq) {
    while (lastDurable < seq) {
      flushing.lock();
      try {
        if (lastDurable < seq) {
          flush();
        }
      } finally {
        flushing.unlock();
      }
    }
    refuseIfBroken();
  }

  /** Durable entries after this sequence number, oldest first. */
  public List<Entry> since(long seq, int limit) {
    awaitDurable(last());
    long from;
    long to;
    synchronized (order) {
      int first = (int) Math.clamp(seq, 0, starts.size());
      int until = (int) Math.min((long) first + limit, starts.size());
      from = first == starts.size() ? end : starts.get(first);
      to = until == starts.size() ? end : starts.get(until);
    }
    try {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
      while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
        // Reads until the part is whole.
      }
      List<Entry> entries = new ArrayList<>();
      forEachLine(bytes.array(), line -> entries.add(Json.read(line, Entry.class)));
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    awaitDurable(last());
    file.close();
  }

  private void flush() {
    byte[] bytes;
    long upTo;
    long at;
    synchronized (order) {
      refuseIfBroken();
      bytes = pending.toByteArray();
      pending.reset();
      upTo = lastAppended;
      at = end - bytes.length;
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        file.write(buffer, at + buffer.position());
      }
      file.force(false);
      lastDurable = upTo;
    } catch (IOException e) {
      // The state in memory is ahead of the disk now: nothing more may be answered.
      broken = e;
      throw new UncheckedIOException("The sandbox's journal can't be written", e);
    }
  }

  private void refuseIfBroken() {
    IOException cause = broken;
    if (cause != null) {
      throw new UncheckedIOException("The sandbox's journal can't be written", cause);
    }
  }

  private void load(Path path, Consumer<Entry> replay) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    if (whole < bytes.length) {
      file.truncate(whole);
      file.force(true);
    }
    byte[] kept = whole == bytes.length ? bytes : Arrays.copyOf(bytes, whole);
    forEachLine(
        kept,
        line -> {
          Entry entry = Json.read(line, Entry.class);
          if (entry.seq() != lastAppended + 1) {
            throw new IllegalStateException(
                path + ": entry " + (lastAppended + 1) + " is missing before " + entry.seq());
          }
          starts.add(end);
          end += line.length + 1L;
          lastAppended = entry.seq();
          replay.accept(entry);
        });
    lastDurable = lastAppended;
  }

  private static void forEachLine(byte[] bytes, Consumer<byte[]> each) {
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        each.accept(Arrays.copyOfRange(bytes, start, i));
        start = i + 1;
      }
    }
  }
}
