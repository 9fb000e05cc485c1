package io.onhook.bench;

/**
 * What a time has cost.
 *
 * @param seconds its length
 * @param service seconds of CPU of the service's process, in which the load is made too; without
 *     its compilers
 * @param operator of the sandbox operator's process; without its compilers
 * @param compilers of the compilers of both, which have less and less to do
 * @param postgresql of all of PostgreSQL's processes
 * @param machine of everything that runs on this machine
 * @param wal bytes of PostgreSQL's log
 */
record Costs(
    double seconds,
    double service,
    double operator,
    double compilers,
    double postgresql,
    double machine,
    double wal) {
  static final Costs NONE = new Costs(0, 0, 0, 0, 0, 0, 0);

  /** All so far. */
  static Costs now(Meter meter, long operatorPid) {
    long own = ProcessHandle.current().pid();
    double compiler = Cpu.ofCompilers(own);
    double operatorsCompiler = Cpu.ofCompilers(operatorPid);
    return new Costs(
        System.nanoTime() / 1e9,
        Cpu.of(own) - compiler,
        Cpu.of(operatorPid) - operatorsCompiler,
        compiler + operatorsCompiler,
        meter.databaseCpuSeconds(),
        Cpu.ofMachine(),
        meter.walBytes());
  }

  Costs minus(Costs before) {
    return new Costs(
        seconds - before.seconds,
        service - before.service,
        operator - before.operator,
        compilers - before.compilers,
        postgresql - before.postgresql,
        machine - before.machine,
        wal - before.wal);
  }

  Costs plus(Costs more) {
    return new Costs(
        seconds + more.seconds,
        service + more.service,
        operator + more.operator,
        compilers + more.compilers,
        postgresql + more.postgresql,
        machine + more.machine,
        wal + more.wal);
  }

  /** Tells what each of so many has cost, and how much of the machine was had for it. */
  void tell(String name, int count, Figures figures) {
    double needed = service + operator + postgresql;
    figures.tell(name + "_cpu_ms_service", service * 1e3 / count, "ms");
    figures.tell(name + "_cpu_ms_operator", operator * 1e3 / count, "ms");
    figures.tell(name + "_cpu_ms_postgresql", postgresql * 1e3 / count, "ms");
    figures.tell(name + "_cpu_ms_compilers", compilers * 1e3 / count, "ms");
    int cores = Runtime.getRuntime().availableProcessors();
    figures.tell(name + "_if_all_cores_were_ours", cores * count / needed, "1/s");
    double ours = needed + compilers;
    figures.tell(name + "_cores_ours", ours / seconds, "cores");
    figures.tell(name + "_cores_others", Math.max(0, machine - ours) / seconds, "cores");
    figures.tell(name + "_wal_bytes", wal / count, "bytes");
  }
}
