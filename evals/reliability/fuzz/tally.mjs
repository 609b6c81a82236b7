// What a campaign has found so far: plain data, kept in a file between runs.

export const emptyTally = (seed) => ({ seed, next: 0, targets: {}, failures: [], peak: { heap: 0, rss: 0 } });

/** Upper bounds of the times that are told apart, in milliseconds. */
const steps = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];

export function add(tally, { number, target, ms, size, heap, rss, failure }) {
  tally.next = number + 1;
  const empty = { inputs: 0, bytes: 0, slowest: 0, slowestNumber: null, times: steps.map(() => 0), failures: 0 };
  const own = tally.targets[target] ?? empty;
  tally.targets[target] = own;
  own.inputs++;
  own.bytes += size;
  const step = steps.findIndex((most) => ms <= most);
  own.times[step < 0 ? steps.length - 1 : step]++;
  if (ms > own.slowest) [own.slowest, own.slowestNumber] = [ms, number];
  tally.peak = { heap: Math.max(tally.peak.heap, heap), rss: Math.max(tally.peak.rss, rss) };
  if (failure === null) return;
  own.failures++;
  if (tally.failures.length < 200) tally.failures.push({ number, target, failure: failure.slice(0, 1500) });
}

/** The smallest bound under which so large a share of the times lies. */
function under(times, share) {
  const all = times.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (const [i, count] of times.entries()) {
    below += count;
    if (below >= share * all) return `≤ ${steps[i]}`;
  }
  return "";
}

export function fuzzTable({ seed, next, targets, failures, peak }) {
  const mega = (bytes) => Math.round(bytes / 2 ** 20);
  const rows = Object.entries(targets)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { inputs, bytes, times, slowest, failures: failed }]) =>
      [name, inputs, mega(bytes), under(times, 0.5), under(times, 0.99), Math.round(slowest), failed].join(" | "),
    );
  return [
    `${next} inputs, seed ${seed}: ${failures.length} failures. Peak memory of the process ${mega(peak.rss)} MB, of one thread's heap ${mega(peak.heap)} MB.`,
    "",
    "| what | inputs | MB | median ms | 99 % ms | slowest ms | failures |",
    "|---|---:|---:|---:|---:|---:|---:|",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}
