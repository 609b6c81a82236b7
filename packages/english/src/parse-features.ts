import { finishKeys, place, template as T } from "./hash.js";
import type { ParserState } from "./parser-state.js";

/** Room for the features of one parser decision. */
export const maxParseFeatures = 128;

/** Distances beyond these are told apart no more. */
function distanceClass(d: number): number {
  return d < 5 ? d : d < 8 ? 5 : d < 14 ? 6 : 7;
}

/** Multipliers, one for each thing a feature looks at: `m.s0w` for the word on top of the stack, `m.b0t` for the next word's tag, … */
const m = {
  s0w: place(100),
  s0t: place(101),
  s1w: place(102),
  s1t: place(103),
  b0w: place(104),
  b0t: place(105),
  b1w: place(106),
  b1t: place(107),
  s2w: place(108),
  s2t: place(109),
  b2w: place(110),
  b2t: place(111),
  b3t: place(112),
  b0lt: place(113),
  s0lt: place(114),
  s0rt: place(115),
  s1rt: place(116),
  s1lt: place(117),
  s0r2t: place(118),
  s0l2t: place(119),
  b0l2t: place(120),
  s1r2t: place(121),
  s0rw: place(122),
  s0lw: place(123),
  b0lw: place(124),
  s0ll: place(125),
  s0rl: place(126),
  s1ll: place(127),
  s1rl: place(128),
  b0ll: place(129),
  s0ls: place(130),
  s0rs: place(131),
  s1rs: place(132),
  b0ls: place(133),
  s0vr: place(134),
  s0vl: place(135),
  b0vl: place(136),
  s1vl: place(137),
  s1vr: place(138),
  d0: place(139),
  d1: place(140),
  lastWord: place(141),
  depth: place(142),
  nearEnd: place(143),
};

/**
 * Writes the feature keys of a parser state and returns how many. Templates after Zhang & Nivre (2011). Names: s0 s1 s2
 * the stack from its top, b0 b1 … the words to come; then l r the last child attached on that side, l2 r2 the one
 * before; then w word, t tag, l label, ls rs the labels on a side, vl vr how many; d0 d1 distances.
 */
export function actionFeatures(state: ParserState, out: Int32Array): number {
  const { words: w, tags: t, labels, left1, left2, right1, right2, leftCount, rightCount, leftSet, rightSet } = state;
  const { none, length } = state;
  const s0 = state.stackAt(0);
  const s1 = state.stackAt(1);
  const s2 = state.stackAt(2);
  const b0 = state.next;
  const b1 = b0 + 1 <= length ? b0 + 1 : none;
  const b2 = b0 + 2 <= length ? b0 + 2 : none;
  const b3 = b0 + 3 <= length ? b0 + 3 : none;
  const s0l = left1[s0]!;
  const s0r = right1[s0]!;
  const s1l = left1[s1]!;
  const s1r = right1[s1]!;
  const b0l = left1[b0]!;
  const s0w = Math.imul(w[s0]!, m.s0w);
  const s0t = Math.imul(t[s0]!, m.s0t);
  const s1w = Math.imul(w[s1]!, m.s1w);
  const s1t = Math.imul(t[s1]!, m.s1t);
  const b0w = Math.imul(w[b0]!, m.b0w);
  const b0t = Math.imul(t[b0]!, m.b0t);
  const b1w = Math.imul(w[b1]!, m.b1w);
  const b1t = Math.imul(t[b1]!, m.b1t);
  const s2w = Math.imul(w[s2]!, m.s2w);
  const s2t = Math.imul(t[s2]!, m.s2t);
  const b2w = Math.imul(w[b2]!, m.b2w);
  const b2t = Math.imul(t[b2]!, m.b2t);
  const b3t = Math.imul(t[b3]!, m.b3t);
  const b0lt = Math.imul(t[b0l]!, m.b0lt);
  const s0lt = Math.imul(t[s0l]!, m.s0lt);
  const s0rt = Math.imul(t[s0r]!, m.s0rt);
  const s1rt = Math.imul(t[s1r]!, m.s1rt);
  const s1lt = Math.imul(t[s1l]!, m.s1lt);
  const s0r2t = Math.imul(t[right2[s0]!]!, m.s0r2t);
  const s0l2t = Math.imul(t[left2[s0]!]!, m.s0l2t);
  const b0l2t = Math.imul(t[left2[b0]!]!, m.b0l2t);
  const s1r2t = Math.imul(t[right2[s1]!]!, m.s1r2t);
  const s0rw = Math.imul(w[s0r]!, m.s0rw);
  const s0lw = Math.imul(w[s0l]!, m.s0lw);
  const b0lw = Math.imul(w[b0l]!, m.b0lw);
  const s0ll = Math.imul(labels[s0l]!, m.s0ll);
  const s0rl = Math.imul(labels[s0r]!, m.s0rl);
  const s1ll = Math.imul(labels[s1l]!, m.s1ll);
  const s1rl = Math.imul(labels[s1r]!, m.s1rl);
  const b0ll = Math.imul(labels[b0l]!, m.b0ll);
  const s0ls = Math.imul(leftSet[s0]!, m.s0ls);
  const s0rs = Math.imul(rightSet[s0]!, m.s0rs);
  const s1rs = Math.imul(rightSet[s1]!, m.s1rs);
  const b0ls = Math.imul(leftSet[b0]!, m.b0ls);
  const s0vr = Math.imul(rightCount[s0]!, m.s0vr);
  const s0vl = Math.imul(leftCount[s0]!, m.s0vl);
  const b0vl = Math.imul(leftCount[b0]!, m.b0vl);
  const s1vl = Math.imul(leftCount[s1]!, m.s1vl);
  const s1vr = Math.imul(rightCount[s1]!, m.s1vr);
  const d0 = Math.imul(s0 === none ? 0 : distanceClass(b0 - s0), m.d0);
  const d1 = Math.imul(s1 === none ? 0 : distanceClass(s0 - s1), m.d1);
  const lastWord = Math.imul(w[length - 1]!, m.lastWord);
  const depth = Math.imul(Math.min(state.stackSize, 3), m.depth);
  const nearEnd = Math.imul(length - b0 < 2 ? 1 : 0, m.nearEnd);
  let n = 0;
  // one word
  out[n++] = s0w + 1 * T;
  out[n++] = s0t + 2 * T;
  out[n++] = s0w + s0t + 3 * T;
  out[n++] = s1w + 4 * T;
  out[n++] = s1t + 5 * T;
  out[n++] = s1w + s1t + 6 * T;
  out[n++] = b0w + 7 * T;
  out[n++] = b0t + 8 * T;
  out[n++] = b0w + b0t + 9 * T;
  out[n++] = b1w + 10 * T;
  out[n++] = b1t + 11 * T;
  out[n++] = b1w + b1t + 12 * T;
  out[n++] = s2w + s2t + 13 * T;
  out[n++] = s2t + 14 * T;
  out[n++] = b2w + b2t + 15 * T;
  out[n++] = b2t + 16 * T;
  // two words
  out[n++] = s0w + b0w + s0t + b0t + 17 * T;
  out[n++] = s0w + s0t + b0t + 18 * T;
  out[n++] = b0w + s0t + b0t + 19 * T;
  out[n++] = s0w + b0w + 20 * T;
  out[n++] = s0t + b0t + 21 * T;
  out[n++] = s1w + s0w + s1t + s0t + 22 * T;
  out[n++] = s1w + s1t + s0t + 23 * T;
  out[n++] = s0w + s1t + s0t + 24 * T;
  out[n++] = s1w + s0w + 25 * T;
  out[n++] = s1t + s0t + 26 * T;
  out[n++] = b0t + b1t + 27 * T;
  out[n++] = b0w + b1t + 28 * T;
  out[n++] = b0t + b1w + 29 * T;
  out[n++] = b0w + b1w + 30 * T;
  out[n++] = s1t + b0t + 31 * T;
  out[n++] = s1w + b0t + 32 * T;
  out[n++] = s1t + b0w + 33 * T;
  out[n++] = s1w + b0w + 34 * T;
  out[n++] = s0w + b1t + 35 * T;
  out[n++] = s0t + b1w + 36 * T;
  out[n++] = s0w + b1w + 37 * T;
  // three and four words
  out[n++] = s0t + b0t + b1t + 38 * T;
  out[n++] = s1t + s0t + b0t + 39 * T;
  out[n++] = s1t + s0t + s2t + 40 * T;
  out[n++] = b0t + b1t + b2t + 41 * T;
  out[n++] = s1t + s0t + b0t + b1t + 42 * T;
  out[n++] = s0t + b0t + b1t + b2t + 43 * T;
  out[n++] = s1t + s0t + s2t + b0t + 44 * T;
  out[n++] = s1w + s0t + b0t + 45 * T;
  out[n++] = s0w + s1t + b0t + 46 * T;
  out[n++] = b0w + s1t + s0t + 47 * T;
  out[n++] = s0w + b0t + b1t + 48 * T;
  out[n++] = b0w + s0t + b1t + 49 * T;
  out[n++] = s0t + b0t + b1w + 50 * T;
  out[n++] = b1t + b2t + b3t + 51 * T;
  out[n++] = s0w + b0w + b1t + 52 * T;
  out[n++] = s1w + s0t + b0w + 53 * T;
  // with children
  out[n++] = s0t + b0t + b0lt + 54 * T;
  out[n++] = s0t + b0t + s0lt + 55 * T;
  out[n++] = s0t + b0t + s0rt + 56 * T;
  out[n++] = s1t + s0t + s0lt + 57 * T;
  out[n++] = s1t + s0t + s0rt + 58 * T;
  out[n++] = s1t + s0t + s1rt + 59 * T;
  out[n++] = s1t + s0t + s1lt + 60 * T;
  out[n++] = s0t + b0t + s0rt + s0r2t + 61 * T;
  out[n++] = s0t + b0t + s0lt + s0l2t + 62 * T;
  out[n++] = s0t + b0t + b0lt + b0l2t + 63 * T;
  out[n++] = s1t + s0t + s1rt + s1r2t + 64 * T;
  out[n++] = s1t + s0t + s1rt + b0t + 65 * T;
  out[n++] = s1t + s0t + s0lt + b0t + 66 * T;
  out[n++] = s0w + s0rw + b0t + 67 * T;
  out[n++] = s0t + s0rw + b0t + 68 * T;
  out[n++] = s0t + s0lw + b0t + 69 * T;
  out[n++] = s1t + s0lw + s0t + 70 * T;
  out[n++] = s0t + b0lw + b0t + 71 * T;
  // with labels
  out[n++] = s0t + s0ll + 72 * T;
  out[n++] = s0t + s0rl + 73 * T;
  out[n++] = s1t + s1ll + 74 * T;
  out[n++] = s1t + s1rl + 75 * T;
  out[n++] = b0t + b0ll + 76 * T;
  out[n++] = s0t + b0t + s0ll + s0rl + 77 * T;
  out[n++] = s1t + s0t + s0ll + s0rl + 78 * T;
  out[n++] = s1t + s0t + s1rl + b0t + 79 * T;
  out[n++] = s0t + b0t + b0ll + s0rl + 80 * T;
  out[n++] = s0w + s0ls + 81 * T;
  out[n++] = s0t + s0ls + 82 * T;
  out[n++] = s0w + s0rs + b0t + 83 * T;
  out[n++] = s0t + s0rs + b0t + 84 * T;
  out[n++] = s1w + s1rs + s0t + 85 * T;
  out[n++] = s1t + s1rs + s0t + 86 * T;
  out[n++] = b0w + b0ls + 87 * T;
  out[n++] = b0t + b0ls + s0t + 88 * T;
  // with valency and distance
  out[n++] = s0w + s0vr + 89 * T;
  out[n++] = s0t + s0vl + s0vr + 90 * T;
  out[n++] = s0w + s0vl + 91 * T;
  out[n++] = b0t + b0vl + 92 * T;
  out[n++] = b0w + b0vl + 93 * T;
  out[n++] = s1t + s1vl + s1vr + 94 * T;
  out[n++] = s1w + s1vr + 95 * T;
  out[n++] = s0t + b0t + d0 + 96 * T;
  out[n++] = s0w + b0t + d0 + 97 * T;
  out[n++] = s0t + b0w + d0 + 98 * T;
  out[n++] = s1t + s0t + d1 + 99 * T;
  out[n++] = s1w + s0t + d1 + 100 * T;
  out[n++] = s1t + s0w + d1 + 101 * T;
  out[n++] = s0t + d0 + d1 + 102 * T;
  // the end of the sentence
  out[n++] = s0t + b0t + lastWord + 103 * T;
  out[n++] = s1t + s0t + depth + nearEnd + 104 * T;
  // where a phrase with its preposition belongs
  out[n++] = s0w + b0lw + b0t + 105 * T;
  out[n++] = s1w + b0lw + b0t + 106 * T;
  out[n++] = s1t + s0t + b0t + b0lw + 107 * T;
  out[n++] = b0w + b0lw + s0t + 108 * T;
  out[n++] = b0w + b0lw + s1t + 109 * T;
  out[n++] = s1w + s0t + s0lw + 110 * T;
  out[n++] = s1t + s0t + b0t + b0ll + 111 * T;
  out[n++] = s1w + s0w + b0lw + 112 * T;
  out[n++] = s0w + b0w + b0lw + 113 * T;
  finishKeys(out, n);
  return n;
}

/** Multipliers for what names a relation: h the head, c the child, cl cr its own children, s the sibling before. */
const r = {
  ht: place(300),
  ct: place(301),
  side: place(302),
  hw: place(303),
  cw: place(304),
  distance: place(305),
  clt: place(306),
  cll: place(307),
  clw: place(308),
  cls: place(309),
  crs: place(310),
  crt: place(311),
  hls: place(312),
  hrs: place(313),
  sl: place(314),
  st: place(315),
  hss: place(316),
  beforeT: place(317),
  afterT: place(318),
  nextT: place(319),
  nextW: place(320),
  hlw: place(321),
  hll: place(322),
  cl2w: place(323),
  beforeW: place(324),
  afterW: place(325),
  cvl: place(326),
  lastWord: place(327),
  isFirst: place(328),
};

/** Writes the feature keys for naming the relation of `child` to `head`, about to be attached, and returns how many. */
export function labelFeatures(state: ParserState, head: number, child: number, out: Int32Array): number {
  const { words: w, tags: t, labels, left1, right1, left2, leftSet, rightSet, leftCount, none } = state;
  const right = head < child;
  const cl = left1[child]!;
  const hl = left1[head]!;
  const sibling = right ? right1[head]! : hl;
  const before = child > 0 ? child - 1 : none;
  const after = child + 1;
  const ht = Math.imul(t[head]!, r.ht);
  const ct = Math.imul(t[child]!, r.ct);
  const side = Math.imul(right ? 2 : 1, r.side);
  const hw = Math.imul(w[head]!, r.hw);
  const cw = Math.imul(w[child]!, r.cw);
  const distance = Math.imul(distanceClass(Math.abs(head - child)), r.distance);
  const clt = Math.imul(t[cl]!, r.clt);
  const cll = Math.imul(labels[cl]!, r.cll);
  const clw = Math.imul(w[cl]!, r.clw);
  const cls = Math.imul(leftSet[child]!, r.cls);
  const crs = Math.imul(rightSet[child]!, r.crs);
  const crt = Math.imul(t[right1[child]!]!, r.crt);
  const hls = Math.imul(leftSet[head]!, r.hls);
  const hrs = Math.imul(rightSet[head]!, r.hrs);
  const sl = Math.imul(labels[sibling]!, r.sl);
  const st = Math.imul(t[sibling]!, r.st);
  const hss = Math.imul(right ? rightSet[head]! : leftSet[head]!, r.hss);
  const beforeT = Math.imul(t[before]!, r.beforeT);
  const afterT = Math.imul(t[after]!, r.afterT);
  const nextT = Math.imul(t[state.next]!, r.nextT);
  const nextW = Math.imul(w[state.next]!, r.nextW);
  const hlw = Math.imul(w[hl]!, r.hlw);
  const hll = Math.imul(labels[hl]!, r.hll);
  const cl2w = Math.imul(w[left2[child]!]!, r.cl2w);
  const beforeW = Math.imul(w[before]!, r.beforeW);
  const afterW = Math.imul(w[after]!, r.afterW);
  const cvl = Math.imul(leftCount[child]!, r.cvl);
  const lastWord = Math.imul(w[state.length - 1]!, r.lastWord);
  const isFirst = Math.imul(child === 0 ? 1 : 0, r.isFirst);
  let n = 0;
  out[n++] = ht + ct + side + 1 * T;
  out[n++] = hw + side + 2 * T;
  out[n++] = cw + side + 3 * T;
  out[n++] = ct + side + 4 * T;
  out[n++] = hw + ht + ct + side + 5 * T;
  out[n++] = cw + ht + ct + side + 6 * T;
  out[n++] = hw + cw + side + 7 * T;
  out[n++] = ht + ct + side + distance + 8 * T;
  out[n++] = cw + ht + side + 9 * T;
  out[n++] = hw + ct + side + 10 * T;
  out[n++] = ht + ct + side + clt + cll + 11 * T;
  out[n++] = ht + ct + side + clw + 12 * T;
  out[n++] = clw + cw + side + 13 * T;
  out[n++] = hw + clw + ct + 14 * T;
  out[n++] = ht + ct + side + cls + 15 * T;
  out[n++] = ht + ct + side + crs + 16 * T;
  out[n++] = ht + ct + side + crt + 17 * T;
  out[n++] = ht + ct + side + hls + 18 * T;
  out[n++] = ht + ct + side + hrs + 19 * T;
  out[n++] = ht + ct + side + sl + st + 20 * T;
  out[n++] = hw + ct + hss + 21 * T;
  out[n++] = ht + ct + side + beforeT + 22 * T;
  out[n++] = ht + ct + side + afterT + 23 * T;
  out[n++] = ht + ct + side + hlw + hll + 24 * T;
  out[n++] = ht + ct + side + cl2w + 25 * T;
  out[n++] = hw + clw + ht + ct + side + 26 * T;
  out[n++] = ht + ct + side + cll + cl2w + 27 * T;
  out[n++] = cw + beforeW + side + 28 * T;
  out[n++] = cw + afterW + side + 29 * T;
  out[n++] = ht + ct + side + cvl + lastWord + 30 * T;
  out[n++] = ht + ct + side + isFirst + distance + 31 * T;
  out[n++] = ht + ct + side + beforeW + 32 * T;
  out[n++] = cls + crs + ct + 33 * T;
  out[n++] = ht + ct + side + nextT + 34 * T;
  out[n++] = ht + ct + side + nextW + 35 * T;
  out[n++] = hw + hls + ct + side + 36 * T;
  out[n++] = hw + cw + clw + side + 37 * T;
  out[n++] = cw + hls + hrs + side + 38 * T;
  out[n++] = hw + clw + side + crt + 39 * T;
  finishKeys(out, n);
  return n;
}
