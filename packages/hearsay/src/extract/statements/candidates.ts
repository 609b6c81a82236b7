import type { Page } from "./page.js";
import { shapedSource } from "./source-shape.js";
import { bestPaths } from "./viterbi.js";
import { CONTENT, CUE, OUTSIDE, SOURCE, type Window } from "./window.js";

/** One way to read source, cue and content around a cue, each list in text order. */
export interface Candidate {
  readonly head: number;
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
  /** How much less likely the labels are than the likeliest. */
  readonly margin: number;
  readonly rank: number;
}

/** Sequences of labels that are looked at. Among 8 the right reading is in 66 % of cases, the likeliest is in 54 %; among 16 in 68 %. */
const all = 8;

/** The likeliest readings around one cue, the likeliest first, no two of the same words. */
export function candidatesOf(
  page: Page,
  window: Window,
  emissions: Float64Array,
  transitions: readonly number[],
  most = all,
): Candidate[] {
  const paths = bestPaths(page, window, emissions, transitions, most);
  const found: Candidate[] = [];
  const seen = new Set<string>();
  for (const { labels, score } of paths) {
    const roles = rolesOf(page, window, labels);
    const key = [roles.source, roles.cue, roles.content]
      .map((tokens) => tokens.filter((t) => page.word[t] === 1))
      .join("|");
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ head: window.cue, ...roles, margin: paths[0]!.score - score, rank: found.length });
  }
  return found;
}

function rolesOf(page: Page, window: Window, path: Uint8Array): Pick<Candidate, "source" | "cue" | "content"> {
  const source = shapedSource(
    page,
    labelled(path, window, SOURCE),
    window.cue,
    (t) => path[t - window.from] === OUTSIDE,
  );
  const own = new Set(source);
  const content = labelled(path, window, CONTENT).filter((t) => !own.has(t));
  return { source, cue: labelled(path, window, CUE), content };
}

/** The tokens of a window that have a label. */
function labelled(path: Uint8Array, { from }: Window, label: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < path.length; i++) if (path[i] === label) found.push(from + i);
  return found;
}
