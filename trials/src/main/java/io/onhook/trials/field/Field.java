package io.onhook.trials.field;

import io.onhook.stand.Http;
import io.onhook.stand.Operator;
import io.onhook.stand.Patience;
import io.onhook.stand.Place;
import io.onhook.stand.Said;
import io.onhook.trials.node.Bug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;

/**
 * PostgreSQL with its watchdog (in this process, as the service would keep it), the sandbox
 * operator with a simulated HLR, and the nodes.
 */
public final class Field implements AutoCloseable {
  private final Place place;
  private final Bug bug;
  private final @Nullable SmallDisk disk;
  private final ConfigurableApplicationContext database;
  private final String address;
  private final Tables tables;
  private final ClassCache cache;
  private final List<String> rules;
  private final Map<String, Node> nodes = new TreeMap<>();
  private final Cable toDatabase;
  private final Cable toBusiness;
  private final Object clockwork = new Object();
  private volatile Operator operator;
  private volatile @Nullable Http systems;
  private int started;

  @ComponentScan("io.onhook.database")
  static class DatabaseParts {}

  /** Starts PostgreSQL and the operator; no node yet. */
  public Field(Place place, Bug bug) {
    this(place, bug, null, OwnPack.in(place.data(), "escalate"));
  }

  /** The same, where a review that nobody decides in time counts as approval. */
  public static Field whereSilenceApproves(Place place, Bug bug) {
    return new Field(place, bug, null, OwnPack.in(place.data(), "approve"));
  }

  /** The same, with PostgreSQL on a small disk, where the system lets us make one. */
  public static Field onSmallDisk(Place place, Bug bug) {
    return new Field(
        place,
        bug,
        SmallDisk.mount(place.data().resolve("postgresql")).orElse(null),
        OwnPack.in(place.data(), "escalate"));
  }

  private Field(Place place, Bug bug, @Nullable SmallDisk disk, List<String> rules) {
    this.rules = rules;
    this.disk = disk;
    this.place = place;
    this.bug = bug;
    this.cache = new ClassCache(place.home().resolve("trials/target/node.aot"));
    System.setProperty("spring.main.banner-mode", "off");
    this.database =
        new SpringApplicationBuilder(DatabaseParts.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .run("--onhook.data=" + place.data(), "--logging.level.root=ERROR");
    try {
      this.address = "127.0.0.1:" + read("postgresql/port");
      this.tables = new Tables(url(address, "owner"));
      this.operator = Operator.startLarge(place);
      this.toDatabase = new Cable(Integer.parseInt(read("postgresql/port")));
      this.toBusiness = new Cable(operator.listening().http());
    } catch (RuntimeException e) {
      database.close();
      if (disk != null) {
        disk.close();
      }
      throw e;
    }
    control("/sandbox/refund-delay", Map.of("delay", "PT20M"));
  }

  /** Data and logs. */
  public Path data() {
    return place.data();
  }

  public Tables tables() {
    return tables;
  }

  /** What PostgreSQL has to itself; empty where it shares its disk. */
  public Optional<SmallDisk> disk() {
    return Optional.ofNullable(disk);
  }

  /** Held by whoever moves the clocks: several people do, and each looks first where it stands. */
  public Object clockwork() {
    return clockwork;
  }

  /** Between the nodes and PostgreSQL. */
  public Cable toDatabase() {
    return toDatabase;
  }

  /** Between the nodes and the operator's business systems. */
  public Cable toBusiness() {
    return toBusiness;
  }

  /** The operator's systems, as they are to anybody who asks them, past the cable. */
  public Http systems() {
    Http now = systems;
    if (now == null) {
      now = new Http(operator.listening().address(), Map.of());
      systems = now;
    }
    return now;
  }

  /** Turns a knob of the sandbox. */
  public JsonNode control(String path, Map<String, ?> body) {
    return systems().post(path, body, Map.of()).json();
  }

  /** Starts one more node, with the field's own bug. */
  public Node startNode() {
    return startNode(bug);
  }

  /** Starts one more node, with this bug. */
  public Node startNode(Bug planted) {
    String name;
    synchronized (this) {
      name = "node-" + ++started;
    }
    Node node = Node.start(name, place.log("nodes"), planted, settings(name), cache.options());
    synchronized (nodes) {
      nodes.put(name, node);
    }
    return node;
  }

  /** Makes nodes start faster from now on, where that can be done. */
  public void warmUp() {
    // Fields beside each other share the file.
    synchronized (ClassCache.class) {
      List<String> making = cache.making();
      if (making.isEmpty()) {
        return;
      }
      try {
        Node.start("node-0", place.log("nodes"), Bug.NONE, settings("node-0"), making).close();
      } catch (Said e) {
        cache.giveUp();
      }
    }
  }

  /** Those that run. */
  public List<Node> nodes() {
    synchronized (nodes) {
      nodes.values().removeIf(node -> !node.alive());
      return List.copyOf(nodes.values());
    }
  }

  /**
   * One that runs. It only waits for one: whoever kills a node starts the next, and if all who find
   * none started one, a machine would drown in nodes.
   */
  public Node node() {
    Patience.until("a node runs", patience(), () -> !nodes().isEmpty());
    List<Node> running = nodes();
    if (running.isEmpty()) {
      throw new Said("The node died at once");
    }
    return running.getFirst();
  }

  /** Whether the engine still counts this node among those that have cases. */
  public boolean registered(Node node) {
    return tables.one(
        "SELECT EXISTS (SELECT 1 FROM engine.node WHERE name = ?)",
        row -> row.getBoolean(1),
        node.name());
  }

  /** SIGKILL for the operator, and up again at once. */
  public void killOperator() {
    operator.kill();
    operator = Operator.startLargeAgain(place, operator.listening());
  }

  /** SIGKILL for PostgreSQL's main process; its watchdog starts it again. */
  public void killDatabase() {
    place.postgresql().orElseThrow(() -> new Said("PostgreSQL does not run")).destroyForcibly();
  }

  /** How long the nodes' log is now. */
  public long nodesLogLength() {
    try {
      return Files.exists(place.log("nodes")) ? Files.size(place.log("nodes")) : 0;
    } catch (IOException e) {
      throw new Said("The nodes' log can't be read: " + e.getMessage(), e);
    }
  }

  /** What nodes have written into their log since it had this length. */
  public String nodesLog(long from) {
    try {
      byte[] all = Files.readAllBytes(place.log("nodes"));
      int start = (int) Math.min(from, all.length);
      return new String(all, start, all.length - start, java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Said("The nodes' log can't be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    List<AutoCloseable> open = new ArrayList<>(nodes());
    open.add(tables);
    open.add(toDatabase);
    open.add(toBusiness);
    open.add(operator);
    open.add(database);
    disk().ifPresent(open::add);
    for (AutoCloseable part : open) {
      try {
        part.close();
      } catch (Exception e) {
        System.err.println("Not closed well: " + e.getMessage());
      }
    }
  }

  private List<String> settings(String name) {
    Operator.Listening listening = operator.listening();
    String through = "127.0.0.1:" + toDatabase.port();
    var settings = new ArrayList<>(rules);
    settings.addAll(
        List.of(
            "--onhook.data=" + place.data(),
            "--onhook.database.owner=" + url(through, "owner"),
            // Its sessions carry the node's name: who writes shows in the witness.
            "--onhook.database.application="
                + url(through, "application")
                + "&ApplicationName="
                + name,
            "--onhook.engine.node=" + name,
            "--onhook.engine.heartbeat=300ms",
            // A node that stands still loses its cases soon.
            "--onhook.engine.lease=10s",
            "--onhook.engine.poll=20ms",
            "--onhook.engine.committers=4",
            // By real time: what is due when a wave has come to rest is erased soon after.
            "--onhook.documents.sweep=500ms",
            "--onhook.sandbox.operator=" + listening.address(),
            "--onhook.bss.url=http://127.0.0.1:" + toBusiness.port(),
            // Short time-outs, so that a late answer is late soon.
            "--onhook.bss.timeout=1500ms",
            "--onhook.hlr.timeout=1500ms",
            "--onhook.smsc.timeout=1500ms",
            "--onhook.smsc.answer-timeout=1s",
            "--onhook.mail.step-timeout=1s",
            "--onhook.mail.timeout=1500ms",
            "--onhook.hlr.connections=8",
            "--onhook.hlr.host=" + listening.hlrHost(),
            "--onhook.hlr.ctrl-port=" + listening.ctrl(),
            "--onhook.hlr.vty-port=" + listening.vty(),
            "--onhook.smsc.port=" + listening.smpp(),
            "--onhook.mail.port=" + listening.smtp()));
    return settings;
  }

  private String url(String where, String role) {
    return "jdbc:postgresql://%s/onhook?user=%s&password=%s"
        .formatted(
            where,
            role.equals("owner") ? "onhook_owner" : "onhook_app",
            read("secrets/postgresql-" + role));
  }

  private String read(String file) {
    try {
      return Files.readString(place.data().resolve(file)).strip();
    } catch (IOException e) {
      throw new Said(file + " can't be read: " + e.getMessage(), e);
    }
  }

  /** How long anything of the field may take to come back after it was broken. */
  public static Duration patience() {
    return Duration.ofSeconds(90);
  }
}
