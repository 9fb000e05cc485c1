package io.onhook.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.onhook.database.ProductDatabase;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.impl.cfg.TransactionState;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Flowable with eight asynchronous service tasks, each a job of its own. Tuned: no history, no side
 * engines, jobs not exclusive (the tasks follow each other anyway), large acquisitions.
 */
final class Flowable implements Contender {
  private static final int THREADS = 16;

  private final HikariDataSource pool;
  private final Meter meter;
  private final Ends ends = new Ends();
  private final ProcessEngine engine;
  private final StandaloneProcessEngineConfiguration configuration;

  Flowable(ProductDatabase database) {
    this.meter = new Meter(database.owner());
    pool = Pools.of(database, "bench_flowable", THREADS + 4);
    configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(pool);
    configuration.setDatabaseSchema("bench_flowable");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistoryLevel(HistoryLevel.NONE);
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    configuration.setEnableEntityLinks(false);
    configuration.setBeans(Map.of("work", new Delegate()));
    configuration.setEventListeners(List.of(new EndListener(ends)));
    configuration.setAsyncExecutorActivate(false);
    configuration.setAsyncExecutorCorePoolSize(THREADS);
    configuration.setAsyncExecutorMaxPoolSize(THREADS);
    configuration.setAsyncExecutorThreadPoolQueueSize(10_000);
    configuration.setAsyncExecutorMaxAsyncJobsDuePerAcquisition(512);
    configuration.setAsyncExecutorDefaultAsyncJobAcquireWaitTime(100);
    engine = configuration.buildProcessEngine();
    for (Work work : Work.values()) {
      engine
          .getRepositoryService()
          .createDeployment()
          .addString(work.tag() + ".bpmn20.xml", bpmn(work))
          .deploy();
    }
  }

  /** Runs in Flowable's transaction, as its service tasks do. */
  private static final class Delegate implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      Work.valueOf(execution.getCurrentFlowElement().getName()).doIt();
    }
  }

  /** Hears of ends when they are committed. */
  private static final class EndListener extends AbstractFlowableEventListener {
    private final Ends ends;

    EndListener(Ends ends) {
      this.ends = ends;
      setOnTransaction(TransactionState.COMMITTED.name());
    }

    @Override
    public void onEvent(FlowableEvent event) {
      if (event.getType() == FlowableEngineEventType.PROCESS_COMPLETED) {
        ends.one();
      }
    }

    @Override
    public boolean isFailOnException() {
      return true;
    }
  }

  private static String bpmn(Work work) {
    var xml =
        new StringBuilder(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:flowable="http://flowable.org/bpmn" targetNamespace="bench">
              <process id="%s"><startEvent id="step0"/>
            """
                .formatted(work.tag()));
    for (int i = 1; i <= Work.STEPS; i++) {
      xml.append(
          """
          <sequenceFlow id="flow%1$d" sourceRef="step%2$d" targetRef="step%1$d"/>
          <serviceTask id="step%1$d" name="%3$s" flowable:async="true" flowable:exclusive="false"
              flowable:delegateExpression="${work}"/>
          """
              .formatted(i, i - 1, work.name()));
    }
    return xml.append(
            """
            <sequenceFlow id="last" sourceRef="step%d" targetRef="end"/><endEvent id="end"/>
            </process></definitions>
            """
                .formatted(Work.STEPS))
        .toString();
  }

  @Override
  public String name() {
    return "flowable";
  }

  @Override
  public HikariDataSource pool() {
    return pool;
  }

  @Override
  public Meter meter() {
    return meter;
  }

  @Override
  public Ends ends() {
    return ends;
  }

  @Override
  public void store(int cases, Work work) {
    for (int i = 0; i < cases; i++) {
      engine.getRuntimeService().startProcessInstanceByKey(work.tag());
    }
  }

  @Override
  public void begin(Work work) {
    configuration.getAsyncExecutor().start();
  }

  @Override
  public void startOne() {
    engine.getRuntimeService().startProcessInstanceByKey(Work.NOTHING.tag());
  }

  @Override
  public void rest() {
    configuration.getAsyncExecutor().shutdown();
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
