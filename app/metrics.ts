import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { BATCHES } from '#db/engine/engine.ts';
import { headsOf } from '#db/evidence/checkpoint.ts';
import { refusedFigures, waitingFigures } from '#db/reads/fiscal.ts';
import type { Serai } from './serai.ts';

/** What Prometheus asks: the calls of the machine door, and what the engine does. */
export function metricsOf(serai: Serai) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const calls = new Counter({
    name: 'serai_calls_total',
    help: 'Calls answered, by status.',
    labelNames: ['method', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'serai_call_seconds',
    help: 'Time to answer a call.',
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
    registers,
  });
  const previews = new Counter({
    name: 'serai_preview_faults_total',
    help: 'Decisions of a till that differ from the server’s on the same facts.',
    registers,
  });
  const gauge = gaugesIn(registry);
  engineGauges(serai, gauge);
  fiscalGauges(serai, gauge);
  return { registry, calls, seconds, previews };
}

const gaugesIn =
  (registry: Registry) =>
  (name: string, help: string, collect: (own: Gauge) => unknown, labelNames: string[] = []): Gauge =>
    new Gauge({
      name,
      help,
      registers: [registry],
      labelNames,
      async collect() {
        await collect(this);
      },
    });

type NewGauge = ReturnType<typeof gaugesIn>;

/** By side; a side where nothing waits is not told of. */
function fiscalGauges({ engine, now }: Serai, gauge: NewGauge): void {
  const each = async (
    own: Gauge,
    read: typeof waitingFigures,
    figure: (of: Awaited<ReturnType<typeof read>>[number]) => number,
  ) => {
    own.reset();
    for (const found of await engine.read(read)) own.set({ side: found.side }, figure(found));
  };
  const age = (since: string | null) => (since === null ? 0 : (Date.parse(now()) - Date.parse(since)) / 1000);
  const bySide = ['side'];
  gauge(
    'serai_fiscal_waiting',
    'Fiscal documents that are not registered yet.',
    (own) => each(own, waitingFigures, ({ count }) => count),
    bySide,
  );
  gauge(
    'serai_fiscal_oldest_seconds',
    'Age of the oldest of them.',
    (own) => each(own, waitingFigures, ({ since }) => age(since)),
    bySide,
  );
  gauge(
    'serai_fiscal_refused',
    'Fiscal documents that were turned down.',
    (own) => each(own, refusedFigures, ({ count }) => count),
    bySide,
  );
}

function engineGauges({ engine }: Serai, gauge: NewGauge): void {
  gauge('serai_chains', 'Chains of the audit.', async (own) => own.set((await engine.read(headsOf)).length));
  gauge('serai_chain_links', 'Links of all chains: it only grows.', async (own) =>
    own.set((await engine.read(headsOf)).reduce((sum, { position }) => sum + position, 0)),
  );
  const { figures } = engine;
  gauge('serai_acts', 'Acts committed since the start.', (own) => own.set(figures().acts));
  gauge('serai_commits', 'Commits since the start.', (own) => own.set(figures().commits));
  gauge('serai_queue_acts', 'Acts that wait for the writer.', (own) => own.set(figures().waiting));
  gauge('serai_wal_bytes', 'Size of the write-ahead log.', (own) => own.set(figures().walBytes));
  gauge('serai_disk_full', '1 while nothing is sold because the disk is full.', (own) => own.set(figures().diskFull ? 1 : 0));
  gauge(
    'serai_commits_by_acts',
    'Commits since the start that held at most so many acts, and more than the size before.',
    (own) => figures().batches.forEach((count, i) => void own.set({ most: String(BATCHES[i]) }, count)),
    ['most'],
  );
}
