package io.onhook.trials.field;

import io.onhook.stand.Child;
import io.onhook.stand.Http;
import io.onhook.stand.Patience;
import io.onhook.stand.Said;
import io.onhook.trials.node.Bug;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A node under trial, and the line to it. */
public final class Node implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MAIN = "io.onhook.trials.node.TrialNode";

  private final String name;
  private final Child process;
  private final Socket socket;
  private final OutputStream out;
  private final long pid;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();
  private volatile boolean gone;

  /** A case that the node holds where it was wanted. */
  public record Held(String cell, long caseId) {}

  private Node(String name, Child process, Socket socket, BufferedReader in) throws IOException {
    this.name = name;
    this.process = process;
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.pid = Http.JSON.readTree(in.readLine()).path("pid").asLong();
    Thread.ofVirtual().start(() -> listen(in));
  }

  /**
   * Starts one and waits until it runs cases.
   *
   * @param settings as for the service
   * @param more options of the virtual machine
   */
  static Node start(String name, Path log, Bug bug, List<String> settings, List<String> more) {
    try (var door = new ServerSocket()) {
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      door.setSoTimeout(100);
      var options = new ArrayList<String>();
      options.addAll(List.of("-Xmx768m", "-XX:+UseSerialGC", Child.QUICKLY));
      options.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.timezone=UTC"));
      options.add("--sun-misc-unsafe-memory-access=allow");
      options.addAll(more);
      var arguments = new ArrayList<String>();
      arguments.add(Integer.toString(door.getLocalPort()));
      arguments.add(bug.text());
      arguments.addAll(settings);
      Child child = Child.main(name, MAIN, log, options, arguments);
      var accepted = new CompletableFuture<Socket>();
      child.awaitReady(
          name + " runs",
          Duration.ofSeconds(120),
          () -> {
            try {
              return accepted.complete(door.accept());
            } catch (java.net.SocketTimeoutException notYet) {
              return false;
            }
          });
      Socket socket = accepted.join();
      socket.setTcpNoDelay(true);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return new Node(name, child, socket, in);
    } catch (IOException e) {
      throw new Said(name + " could not be reached: " + e.getMessage(), e);
    }
  }

  /** Its name, as it stands in the engine's table of nodes. */
  public String name() {
    return name;
  }

  /**
   * Has it do something.
   *
   * @return what it answered
   * @throws Gone if it died meanwhile: it may have done it
   * @throws Said if it failed
   */
  public JsonNode ask(String what, Map<String, ?> with) {
    long id = ids.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    asked.put(id, answer);
    ObjectNode message = Http.JSON.createObjectNode().put("id", id).put("do", what);
    with.forEach((key, value) -> message.set(key, Http.JSON.valueToTree(value)));
    try {
      synchronized (this) {
        out.write((Http.JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      if (gone) {
        throw new Gone(name);
      }
      JsonNode said = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (said.has("failed")) {
        throw new Said(what + ": " + said.path("failed").asString());
      }
      return said.path("ok");
    } catch (IOException | ExecutionException e) {
      throw new Gone(name);
    } catch (TimeoutException e) {
      throw new Said(name + " did not answer " + what + " in " + PATIENCE.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    } finally {
      asked.remove(id);
    }
  }

  /** It died before it answered. */
  public static final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Gone(String name) {
      super(name + " is gone");
    }
  }

  /** The next case that it holds; empty list if there is none within this time. */
  public List<Held> held(Duration atMost) {
    try {
      Held first = held.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
      if (first == null) {
        return List.of();
      }
      var all = new ArrayList<Held>(List.of(first));
      held.drainTo(all);
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    }
  }

  public boolean alive() {
    return process.alive();
  }

  /** SIGKILL. */
  public void kill() {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    process.kill();
    hangUp();
  }

  /** SIGSTOP: it stands still, and knows nothing of it. */
  public void pause() {
    signal("-STOP");
  }

  /** SIGCONT. */
  public void resume() {
    signal("-CONT");
  }

  private void signal(String which) {
    try {
      int code = new ProcessBuilder("kill", which, Long.toString(pid)).start().waitFor();
      if (code != 0) {
        throw new Said("kill " + which + " " + pid + " ended with " + code);
      }
    } catch (IOException e) {
      throw new Said("kill " + which + " " + pid + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    }
  }

  /** In good order: it gives its cases up. */
  @Override
  public void close() {
    process.close();
    hangUp();
  }

  private void listen(BufferedReader in) {
    try {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        JsonNode message = Http.JSON.readTree(text);
        if (message.has("event")) {
          JsonNode event = message.path("event");
          held.add(new Held(event.path("cell").asString(), event.path("case").asLong()));
        } else {
          CompletableFuture<JsonNode> waiting = asked.remove(message.path("re").asLong());
          if (waiting != null) {
            waiting.complete(message);
          }
        }
      }
    } catch (IOException e) {
      // It died; whoever waits is told below.
      gone = true;
    }
    hangUp();
  }

  private void hangUp() {
    gone = true;
    asked.values().forEach(answer -> answer.completeExceptionally(new Gone(name)));
    try {
      socket.close();
    } catch (IOException e) {
      throw new Said("A socket did not close", e);
    }
  }

  /** Whether it is there within this time; for nodes that are started beside other work. */
  void awaitGone() {
    Patience.until(name + " is gone", Duration.ofSeconds(20), () -> !alive());
  }
}
