// Trains gradient-boosted trees on rows of numbers: histogram splits, leaf-wise growth, logistic loss.
// Plain JavaScript, one thread, seeded: the same data give the same trees.

/** A small seeded generator (mulberry32). */
export function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function cutPoints(column, bins) {
  const sorted = Float64Array.from(column).sort();
  const cuts = [];
  for (let b = 1; b < bins; b++) {
    const at = Math.floor((b * sorted.length) / bins);
    const [low, high] = [sorted[Math.max(0, at - 1)], sorted[at]];
    const cut = low === high ? low : (low + high) / 2;
    if (cuts.length === 0 || cut > cuts[cuts.length - 1]) cuts.push(cut);
  }
  const distinct = [...new Set(sorted)];
  if (distinct.length <= bins) return distinct.slice(0, -1).map((value, i) => (value + distinct[i + 1]) / 2);
  return cuts.filter((cut) => cut < sorted[sorted.length - 1]);
}

function binned(rows, features, bins) {
  const cuts = [];
  const columns = [];
  for (let f = 0; f < features; f++) {
    const column = Float64Array.from(rows, (row) => row[f]);
    const edges = cutPoints(column, bins);
    const bin = new Uint8Array(column.length);
    for (let i = 0; i < column.length; i++) {
      let [low, high] = [0, edges.length];
      while (low < high) {
        const mid = (low + high) >> 1;
        if (column[i] <= edges[mid]) high = mid;
        else low = mid + 1;
      }
      bin[i] = low;
    }
    cuts.push(edges);
    columns.push(bin);
  }
  return { cuts, columns };
}

export function train({
  rows,
  labels,
  weights,
  names,
  trees = 160,
  leaves = 24,
  rate = 0.12,
  lambda = 2,
  bins = 48,
  minHess = 2,
  rowShare = 0.6,
  columnShare = 0.5,
  seed = 1,
  log = () => {},
}) {
  const n = rows.length;
  const features = names.length;
  const { cuts, columns } = binned(rows, features, bins);
  const rand = random(seed);
  let pos = 0;
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += weights[i];
    pos += weights[i] * labels[i];
  }
  const base = Math.log(pos / (total - pos));
  const score = new Float64Array(n).fill(base);
  const [grad, hess] = [new Float64Array(n), new Float64Array(n)];
  const forest = { features: names, base: +base.toFixed(4), trees: [] };
  const gains = new Float64Array(features);
  for (let k = 0; k < trees; k++) {
    const used = [];
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]));
      grad[i] = weights[i] * (p - labels[i]);
      hess[i] = Math.max(1e-6, weights[i] * p * (1 - p));
      if (rand() < rowShare) used.push(i);
    }
    const asked = [];
    for (let f = 0; f < features; f++) if (cuts[f].length > 0 && rand() < columnShare) asked.push(f);
    const tree = grow({
      columns,
      cuts,
      grad,
      hess,
      rows: Int32Array.from(used),
      asked,
      leaves,
      lambda,
      minHess,
      bins,
      gains,
      rate,
    });
    const binTree = tree.bin;
    for (let i = 0; i < n; i++) {
      let node = 0;
      while (tree.f[node] >= 0) node = columns[tree.f[node]][i] <= binTree[node] ? tree.l[node] : tree.l[node] + 1;
      score[i] += tree.v[node];
    }
    forest.trees.push({ f: tree.f, t: tree.t, l: tree.l, v: tree.v });
    if (k % 40 === 39) log(`  tree ${k + 1} loss ${loss(score, labels, weights).toFixed(5)}`);
  }
  return { forest, gains };
}

function loss(score, labels, weights) {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < score.length; i++) {
    sum += weights[i] * (Math.log1p(Math.exp(-Math.abs(score[i]))) + Math.max(0, score[i]) - score[i] * labels[i]);
    total += weights[i];
  }
  return sum / total;
}

function grow({ columns, cuts, grad, hess, rows, asked, leaves, lambda, minHess, bins, gains, rate }) {
  const tree = { f: [-1], t: [0], l: [0], v: [0], bin: [0] };
  const gather = (members) => {
    const g = new Float64Array(asked.length * bins);
    const h = new Float64Array(asked.length * bins);
    for (let a = 0; a < asked.length; a++) {
      const column = columns[asked[a]];
      const at = a * bins;
      for (let j = 0; j < members.length; j++) {
        const i = members[j];
        const b = at + column[i];
        g[b] += grad[i];
        h[b] += hess[i];
      }
    }
    return { g, h };
  };
  const leaf = (node, members, hist) => {
    let [G, H] = [0, 0];
    for (let j = 0; j < members.length; j++) {
      G += grad[members[j]];
      H += hess[members[j]];
    }
    tree.v[node] = +((-rate * G) / (H + lambda)).toFixed(4);
    return { node, members, hist, G, H, best: best(hist, G, H) };
  };
  const best = (hist, G, H) => {
    let found = { gain: 1e-3, a: -1, b: -1 };
    const parent = (G * G) / (H + lambda);
    for (let a = 0; a < asked.length; a++) {
      let [g, h] = [0, 0];
      const last = cuts[asked[a]].length;
      for (let b = 0; b < last; b++) {
        g += hist.g[a * bins + b];
        h += hist.h[a * bins + b];
        if (h < minHess || H - h < minHess) continue;
        const gain = (g * g) / (h + lambda) + ((G - g) * (G - g)) / (H - h + lambda) - parent;
        if (gain > found.gain) found = { gain, a, b };
      }
    }
    return found;
  };
  const open = [leaf(0, rows, gather(rows))];
  for (let count = 1; count < leaves; count++) {
    let pick = -1;
    for (let k = 0; k < open.length; k++)
      if (open[k].best.a >= 0 && (pick < 0 || open[k].best.gain > open[pick].best.gain)) pick = k;
    if (pick < 0) break;
    const { node, members, hist, best: split } = open.splice(pick, 1)[0];
    const feature = asked[split.a];
    gains[feature] += split.gain;
    const column = columns[feature];
    let m = 0;
    for (let j = 0; j < members.length; j++) if (column[members[j]] <= split.b) m++;
    const [left, right] = [new Int32Array(m), new Int32Array(members.length - m)];
    for (let j = 0, a = 0, b = 0; j < members.length; j++) {
      if (column[members[j]] <= split.b) left[a++] = members[j];
      else right[b++] = members[j];
    }
    const small = left.length <= right.length ? left : right;
    const smallHist = gather(small);
    const other = { g: hist.g, h: hist.h };
    for (let b = 0; b < other.g.length; b++) {
      other.g[b] -= smallHist.g[b];
      other.h[b] -= smallHist.h[b];
    }
    const at = tree.f.length;
    tree.f[node] = feature;
    tree.t[node] = +cuts[feature][split.b].toPrecision(6);
    tree.bin[node] = split.b;
    tree.l[node] = at;
    tree.f.push(-1, -1);
    tree.t.push(0, 0);
    tree.l.push(0, 0);
    tree.v.push(0, 0);
    tree.bin.push(0, 0);
    open.push(
      leaf(at, left, left === small ? smallHist : other),
      leaf(at + 1, right, right === small ? smallHist : other),
    );
    tree.v[node] = 0;
  }
  return tree;
}

/** The probability of one row, as `src/read/forest.ts` computes it. */
export function predict(forest, row) {
  let sum = forest.base;
  for (const { f, t, l, v } of forest.trees) {
    let node = 0;
    while (f[node] >= 0) node = row[f[node]] <= t[node] ? l[node] : l[node] + 1;
    sum += v[node];
  }
  return 1 / (1 + Math.exp(-sum));
}
