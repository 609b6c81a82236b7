import { key1, key2, key3 } from "./hash.js";
import type { ParserState } from "./parser-state.js";

/** Room for the features of one parser decision. */
export const maxParseFeatures = 128;

/** Distances beyond these are told apart no more. */
function distanceClass(d: number): number {
  return d < 5 ? d : d < 8 ? 5 : d < 14 ? 6 : 7;
}

/** Writes the feature keys of a parser state and returns how many. Templates after Zhang & Nivre (2011). */
export function actionFeatures(state: ParserState, out: Int32Array): number {
  const { words: w, tags: t, labels, left1, left2, right1, right2, leftCount, rightCount, leftSet, rightSet } = state;
  const none = state.none;
  const s0 = state.stackAt(0);
  const s1 = state.stackAt(1);
  const s2 = state.stackAt(2);
  const b0 = state.next;
  const b1 = b0 + 1 <= state.length ? b0 + 1 : none;
  const b2 = b0 + 2 <= state.length ? b0 + 2 : none;
  const b3 = b0 + 3 <= state.length ? b0 + 3 : none;
  const s0w = w[s0]!,
    s1w = w[s1]!,
    s2w = w[s2]!,
    b0w = w[b0]!,
    b1w = w[b1]!,
    b2w = w[b2]!;
  const s0t = t[s0]!,
    s1t = t[s1]!,
    s2t = t[s2]!,
    b0t = t[b0]!,
    b1t = t[b1]!,
    b2t = t[b2]!,
    b3t = t[b3]!;
  const s0l = left1[s0]!,
    s0r = right1[s0]!,
    s1l = left1[s1]!,
    s1r = right1[s1]!,
    b0l = left1[b0]!;
  const s0l2 = left2[s0]!,
    s0r2 = right2[s0]!,
    s1r2 = right2[s1]!,
    b0l2 = left2[b0]!;
  const s0lt = t[s0l]!,
    s0rt = t[s0r]!,
    s1lt = t[s1l]!,
    s1rt = t[s1r]!,
    b0lt = t[b0l]!;
  const s0ll = labels[s0l]!,
    s0rl = labels[s0r]!,
    s1ll = labels[s1l]!,
    s1rl = labels[s1r]!,
    b0ll = labels[b0l]!;
  const s0vl = leftCount[s0]!,
    s0vr = rightCount[s0]!,
    s1vr = rightCount[s1]!,
    s1vl = leftCount[s1]!,
    b0vl = leftCount[b0]!;
  const d0 = s0 === none ? 0 : distanceClass(b0 - s0);
  const d1 = s1 === none ? 0 : distanceClass(s0 - s1);
  const s0b0 = (s0t << 8) | b0t;
  const s1s0 = (s1t << 8) | s0t;
  let n = 0;
  // one word
  out[n++] = key1(1, s0w);
  out[n++] = key1(2, s0t);
  out[n++] = key2(3, s0w, s0t);
  out[n++] = key1(4, s1w);
  out[n++] = key1(5, s1t);
  out[n++] = key2(6, s1w, s1t);
  out[n++] = key1(7, b0w);
  out[n++] = key1(8, b0t);
  out[n++] = key2(9, b0w, b0t);
  out[n++] = key1(10, b1w);
  out[n++] = key1(11, b1t);
  out[n++] = key2(12, b1w, b1t);
  out[n++] = key2(13, s2w, s2t);
  out[n++] = key1(14, s2t);
  out[n++] = key2(15, b2w, b2t);
  out[n++] = key1(16, b2t);
  // two words
  out[n++] = key3(17, s0w, b0w, s0b0);
  out[n++] = key2(18, s0w, s0b0);
  out[n++] = key2(19, b0w, s0b0);
  out[n++] = key2(20, s0w, b0w);
  out[n++] = key1(21, s0b0);
  out[n++] = key3(22, s1w, s0w, s1s0);
  out[n++] = key2(23, s1w, s1s0);
  out[n++] = key2(24, s0w, s1s0);
  out[n++] = key2(25, s1w, s0w);
  out[n++] = key1(26, s1s0);
  out[n++] = key1(27, (b0t << 8) | b1t);
  out[n++] = key2(28, b0w, b1t);
  out[n++] = key2(29, b0t, b1w);
  out[n++] = key2(30, b0w, b1w);
  out[n++] = key1(31, (s1t << 8) | b0t);
  out[n++] = key2(32, s1w, b0t);
  out[n++] = key2(33, s1t, b0w);
  out[n++] = key2(34, s1w, b0w);
  out[n++] = key2(35, s0w, b1t);
  out[n++] = key2(36, s0t, b1w);
  out[n++] = key2(37, s0w, b1w);
  // three and four words
  out[n++] = key2(38, s0b0, b1t);
  out[n++] = key2(39, s1s0, b0t);
  out[n++] = key2(40, s1s0, s2t);
  out[n++] = key3(41, b0t, b1t, b2t);
  out[n++] = key3(42, s1s0, b0t, b1t);
  out[n++] = key3(43, s0b0, b1t, b2t);
  out[n++] = key3(44, s1s0, s2t, b0t);
  out[n++] = key3(45, s1w, s0t, b0t);
  out[n++] = key3(46, s0w, s1t, b0t);
  out[n++] = key3(47, b0w, s1t, s0t);
  out[n++] = key3(48, s0w, b0t, b1t);
  out[n++] = key3(49, b0w, s0t, b1t);
  out[n++] = key3(50, s0t, b0t, b1w);
  out[n++] = key3(51, b1t, b2t, b3t);
  out[n++] = key3(52, s0w, b0w, b1t);
  out[n++] = key3(53, s1w, s0t, b0w);
  // with children
  out[n++] = key2(54, s0b0, b0lt);
  out[n++] = key2(55, s0b0, s0lt);
  out[n++] = key2(56, s0b0, s0rt);
  out[n++] = key2(57, s1s0, s0lt);
  out[n++] = key2(58, s1s0, s0rt);
  out[n++] = key2(59, s1s0, s1rt);
  out[n++] = key2(60, s1s0, s1lt);
  out[n++] = key3(61, s0b0, s0rt, t[s0r2]!);
  out[n++] = key3(62, s0b0, s0lt, t[s0l2]!);
  out[n++] = key3(63, s0b0, b0lt, t[b0l2]!);
  out[n++] = key3(64, s1s0, s1rt, t[s1r2]!);
  out[n++] = key3(65, s1s0, s1rt, b0t);
  out[n++] = key3(66, s1s0, s0lt, b0t);
  out[n++] = key3(67, s0w, w[s0r]!, b0t);
  out[n++] = key3(68, s0t, w[s0r]!, b0t);
  out[n++] = key3(69, s0t, w[s0l]!, b0t);
  out[n++] = key3(70, s1t, w[s0l]!, s0t);
  out[n++] = key3(71, s0t, w[b0l]!, b0t);
  // with labels
  out[n++] = key2(72, s0t, s0ll);
  out[n++] = key2(73, s0t, s0rl);
  out[n++] = key2(74, s1t, s1ll);
  out[n++] = key2(75, s1t, s1rl);
  out[n++] = key2(76, b0t, b0ll);
  out[n++] = key3(77, s0b0, s0ll, s0rl);
  out[n++] = key3(78, s1s0, s0ll, s0rl);
  out[n++] = key3(79, s1s0, s1rl, b0t);
  out[n++] = key3(80, s0b0, b0ll, s0rl);
  out[n++] = key2(81, s0w, leftSet[s0]!);
  out[n++] = key2(82, s0t, leftSet[s0]!);
  out[n++] = key3(83, s0w, rightSet[s0]!, b0t);
  out[n++] = key3(84, s0t, rightSet[s0]!, b0t);
  out[n++] = key3(85, s1w, rightSet[s1]!, s0t);
  out[n++] = key3(86, s1t, rightSet[s1]!, s0t);
  out[n++] = key2(87, b0w, leftSet[b0]!);
  out[n++] = key3(88, b0t, leftSet[b0]!, s0t);
  // with valency and distance
  out[n++] = key2(89, s0w, s0vr);
  out[n++] = key2(90, s0t, (s0vl << 4) | s0vr);
  out[n++] = key2(91, s0w, s0vl);
  out[n++] = key2(92, b0t, b0vl);
  out[n++] = key2(93, b0w, b0vl);
  out[n++] = key2(94, s1t, (s1vl << 4) | s1vr);
  out[n++] = key2(95, s1w, s1vr);
  out[n++] = key2(96, s0b0, d0);
  out[n++] = key3(97, s0w, b0t, d0);
  out[n++] = key3(98, s0t, b0w, d0);
  out[n++] = key2(99, s1s0, d1);
  out[n++] = key3(100, s1w, s0t, d1);
  out[n++] = key3(101, s1t, s0w, d1);
  out[n++] = key2(102, s0t, (d0 << 4) | d1);
  // the end of the sentence
  out[n++] = key3(103, s0t, b0t, w[state.length - 1]!);
  out[n++] = key3(104, s1s0, Math.min(state.stackSize, 3), state.length - b0 < 2 ? 1 : 0);
  return n;
}

/** Writes the feature keys for naming the relation of `child` to `head`, just attached, and returns how many. */
export function labelFeatures(state: ParserState, head: number, child: number, out: Int32Array): number {
  const { words: w, tags: t, labels, left1, right1, left2, leftSet, rightSet, leftCount } = state;
  const none = state.none;
  const hw = w[head]!,
    cw = w[child]!,
    ht = t[head]!,
    ct = t[child]!;
  const side = head < child ? 1 : 0;
  const distance = distanceClass(Math.abs(head - child));
  const hc = ((ht << 8) | ct) * 2 + side;
  const cl = left1[child]!,
    cr = right1[child]!,
    cl2 = left2[child]!;
  const sibling = side === 1 ? right1[head]! : left1[head]!;
  const before = child > 0 ? child - 1 : none;
  const after = child + 1 <= state.length ? child + 1 : none;
  const hl = left1[head]!;
  let n = 0;
  out[n++] = key1(1, hc);
  out[n++] = key2(2, hw, side);
  out[n++] = key2(3, cw, side);
  out[n++] = key2(4, ct, side);
  out[n++] = key2(5, hw, hc);
  out[n++] = key2(6, cw, hc);
  out[n++] = key3(7, hw, cw, side);
  out[n++] = key2(8, hc, distance);
  out[n++] = key3(9, cw, ht, side);
  out[n++] = key3(10, hw, ct, side);
  out[n++] = key3(11, hc, t[cl]!, labels[cl]!);
  out[n++] = key2(12, hc, w[cl]!);
  out[n++] = key3(13, w[cl]!, cw, side);
  out[n++] = key3(14, hw, w[cl]!, ct);
  out[n++] = key2(15, hc, leftSet[child]!);
  out[n++] = key2(16, hc, rightSet[child]!);
  out[n++] = key2(17, hc, t[cr]!);
  out[n++] = key2(18, hc, leftSet[head]!);
  out[n++] = key2(19, hc, rightSet[head]!);
  out[n++] = key3(20, hc, labels[sibling]!, t[sibling]!);
  out[n++] = key3(21, hw, ct, side === 1 ? rightSet[head]! : leftSet[head]!);
  out[n++] = key2(22, hc, t[before]!);
  out[n++] = key2(23, hc, t[after]!);
  out[n++] = key3(24, hc, w[hl]!, labels[hl]!);
  out[n++] = key2(25, hc, w[cl2]!);
  out[n++] = key3(26, hw, w[cl]!, hc);
  out[n++] = key3(27, hc, labels[cl]!, w[cl2]!);
  out[n++] = key3(28, cw, w[before]!, side);
  out[n++] = key3(29, cw, w[after]!, side);
  out[n++] = key3(30, hc, leftCount[child]!, w[state.length - 1]!);
  out[n++] = key3(31, hc, child === 0 ? 1 : 0, distance);
  out[n++] = key2(32, hc, w[before]!);
  out[n++] = key3(33, leftSet[child]!, rightSet[child]!, ct);
  return n;
}
