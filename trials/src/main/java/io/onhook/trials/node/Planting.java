package io.onhook.trials.node;

import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.network.HomeRegister;
import io.onhook.network.Subscriber;
import io.onhook.settlement.Billing;
import io.onhook.shared.Answer;
import io.onhook.shared.Imsi;
import io.onhook.shared.Money;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts a bug between the steps and the operator's systems. */
final class Planting implements BeanPostProcessor {
  /** One of the sandbox's subscribers that are nobody's case. */
  private static final String NEIGHBOUR = "460990000500300";

  private volatile Bug bug;
  private final AtomicInteger tries = new AtomicInteger();
  private final Set<Imsi> deleted = ConcurrentHashMap.newKeySet();

  Planting(Bug bug) {
    this.bug = bug;
  }

  /** This bug from now on, and no other. */
  void plant(Bug other) {
    bug = other;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return switch (bean) {
      case Billing billing -> wrapped(Billing.class, billing, this::billing);
      case HomeRegister register -> wrapped(HomeRegister.class, register, this::network);
      case Lines lines -> wrapped(Lines.class, lines, this::inventory);
      default -> bean;
    };
  }

  /** What is done instead of a call. */
  private interface Instead<P> {
    @Nullable Object call(P port, Method method, Object[] arguments) throws Throwable;
  }

  private static <P> Object wrapped(Class<P> type, P port, Instead<P> instead) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            instead.call(port, method, arguments == null ? new Object[0] : arguments));
  }

  private @Nullable Object billing(Billing port, Method method, Object[] it) throws Throwable {
    if (method.getName().startsWith("find") && bug == Bug.ASKS_NEVER) {
      return method.getName().equals("findRefund")
          ? new Answer.Got<>(Optional.empty())
          : really(port, method, it);
    }
    if (!method.getName().equals("refund")) {
      return really(port, method, it);
    }
    return switch (bug) {
      case REFUNDS_TWICE -> {
        really(port, method, new Object[] {it[0], it[1], it[2], it[3] + "-again"});
        yield really(port, method, it);
      }
      case REFUNDS_TO_A_STRANGER ->
          really(port, method, new Object[] {it[0], it[1], "token-of-a-stranger", it[3]});
      case CHANGES_THE_ORDER ->
          really(
              port,
              method,
              new Object[] {it[0], it[1], it[2] + "." + tries.incrementAndGet(), it[3]});
      case REFUNDS_TOO_MUCH -> {
        Money amount = (Money) it[1];
        yield really(
            port,
            method,
            new Object[] {
              it[0],
              amount.plus(Money.ofDecimal(amount.currency(), java.math.BigDecimal.ONE)),
              it[2],
              it[3]
            });
      }
      default -> really(port, method, it);
    };
  }

  private @Nullable Object network(HomeRegister port, Method method, Object[] it) throws Throwable {
    String asked = bug + " " + method.getName();
    return switch (asked) {
      case "BARS_THE_NEIGHBOUR bar" -> {
        really(port, method, new Object[] {new Imsi(NEIGHBOUR)});
        yield really(port, method, it);
      }
      case "LEAVES_THE_BAR restore" ->
          new Answer.Got<>(new Subscriber((Imsi) it[0], null, (boolean) it[1], (boolean) it[2]));
      case "LEAVES_THE_SUBSCRIBER delete" -> {
        deleted.add((Imsi) it[0]);
        yield new Answer.Got<>(true);
      }
      case "LEAVES_THE_SUBSCRIBER byImsi" ->
          deleted.contains((Imsi) it[0])
              ? new Answer.Got<>(Optional.empty())
              : really(port, method, it);
      case "LEAVES_THE_SUBSCRIBER byMsisdn" -> new Answer.Got<>(Optional.empty());
      default -> really(port, method, it);
    };
  }

  private @Nullable Object inventory(Lines port, Method method, Object[] it) throws Throwable {
    return bug == Bug.LEAVES_THE_CONTRACT && it.length > 1 && it[1] == Line.Status.TERMINATED
        ? port.byId((io.onhook.line.LineId) it[0]).map(Optional::orElseThrow)
        : really(port, method, it);
  }

  private static @Nullable Object really(Object port, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
