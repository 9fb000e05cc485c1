package io.onhook.sandbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.sandbox.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("journal.jsonl");
  }

  @Test
  void manyWritersShareOneOrderWithoutGaps() throws IOException {
    try (Journal journal = Journal.open(file, entry -> {})) {
      try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 200; i++) {
          writers.execute(() -> append(journal, "x"));
        }
      }
      assertThat(journal.since(0, 1000)).extracting(Entry::seq).hasSize(200).isSorted();
      assertThat(journal.since(150, 10)).extracting(Entry::seq).first().isEqualTo(151L);
      assertThat(journal.since(200, 10)).isEmpty();
    }
    assertThat(replayed()).hasSize(200).last().extracting(Entry::seq).isEqualTo(200L);
  }

  @Test
  void aLineThatACrashCutOffIsDropped() throws IOException {
    try (Journal journal = Journal.open(file, entry -> {})) {
      append(journal, "whole");
    }
    Files.writeString(file, "{\"seq\":2,\"at\":\"20", StandardOpenOption.APPEND);
    try (Journal journal = Journal.open(file, entry -> {})) {
      append(journal, "after");
    }
    assertThat(replayed()).extracting(Entry::operation).containsExactly("whole", "after");
  }

  @Test
  void aMissingLineIsNotPassedOver() throws IOException {
    try (Journal journal = Journal.open(file, entry -> {})) {
      append(journal, "1");
      append(journal, "2");
      append(journal, "3");
    }
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), lines.get(2)));
    assertThatThrownBy(this::replayed).hasMessageContaining("entry 2 is missing");
  }

  @Test
  void twoSandboxesCanNotShareAFolder() throws IOException {
    try (Journal journal = Journal.open(file, entry -> {})) {
      append(journal, "mine");
      assertThatThrownBy(this::replayed).isInstanceOf(Exception.class);
    }
  }

  private List<Entry> replayed() throws IOException {
    List<Entry> entries = new ArrayList<>();
    Journal.open(file, entries::add).close();
    return entries;
  }

  private static void append(Journal journal, String operation) {
    Entry entry =
        journal.append(
            seq ->
                new Entry(
                    seq,
                    Instant.EPOCH,
                    operation,
                    null,
                    Json.object(),
                    Json.object(),
                    false,
                    List.of(
                        new Change("a", "b", Json.object().put("c", 1)),
                        new Change("a", "d", null))));
    journal.awaitDurable(entry.seq());
  }
}
