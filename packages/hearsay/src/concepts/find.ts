import { beginning, HearsayError } from "../model/index.js";
import type { Concept } from "./join.js";
import type { CausalMap } from "./map.js";
import type { Parties } from "./parties.js";
import { readPhrase, stemOf, type Variable } from "./phrase.js";

/** A concept that was meant, and whether the words meant it or its opposite ("the regime survives" for "falls"). */
export interface Meant {
  readonly concept: number;
  readonly direction: 1 | -1;
}

/**
 * The concept that some words mean: by its id or that of a wording, its name or another of its wordings, else the one whose words hold all
 * of these.
 * @throws HearsayError `usage.concept` where none does, or several; its message names the nearest
 */
export function conceptNamed(words: string, { concepts, arrows }: CausalMap, parties: Parties): Meant {
  const plain = (text: string): string =>
    text
      .trim()
      .toLowerCase()
      .replace(/\s+/g, " ")
      .replace(/^(?:the|an?) /, "");
  const byId = concepts.findIndex(({ id }) => id === words.trim());
  if (byId >= 0) return { concept: byId, direction: 1 };
  for (const [concept, { wordings }] of concepts.entries()) {
    const own = wordings.find(({ id }) => id === words.trim());
    if (own !== undefined) return { concept, direction: own.direction };
  }
  for (const [concept, { wordings }] of concepts.entries()) {
    const exact = wordings.find(({ text }) => plain(text) === plain(words));
    if (exact !== undefined) return { concept, direction: exact.direction };
  }
  const asked = readPhrase(words, parties);
  const reach = (i: number): number => arrows.filter(({ from, to }) => from === i || to === i).length;
  const fitting = asked === null ? [] : [...concepts.keys()].flatMap((i) => meantBy(asked, concepts[i]!, i, parties));
  const inMap = fitting.filter(({ concept }) => reach(concept) > 0);
  const there = inMap.length > 0 ? inMap : fitting;
  const exact = there.filter(({ exact }) => exact);
  const [only, ...others] = exact.length > 0 ? exact : there;
  if (only !== undefined && others.length === 0) return { concept: only.concept, direction: only.direction };
  throw unknown(
    words,
    only === undefined ? nearest(words, concepts) : [only, ...others].map((m) => concepts[m.concept]!),
    only === undefined,
  );
}

/** Whether one of a concept's wordings holds all the words and parties asked for; its direction beside theirs. */
function meantBy(asked: Variable, { wordings }: Concept, concept: number, parties: Parties): readonly Fitting[] {
  const fitting = wordings.flatMap((wording): Fitting[] => {
    const own = readOnce(wording, parties);
    if (own === null || !asked.words.every((w) => own.words.includes(w))) return [];
    if (!asked.parties.every((p) => own.parties.includes(p))) return [];
    const exact = own.words.length === asked.words.length;
    return [{ concept, direction: (asked.direction * own.direction * wording.direction) as 1 | -1, exact }];
  });
  return [...fitting.filter(({ exact }) => exact), ...fitting].slice(0, 1);
}

/** Reading is slow, and the same map is asked many times. */
const read = new WeakMap<Concept["wordings"][number], Variable | null>();
function readOnce(wording: Concept["wordings"][number], parties: Parties): Variable | null {
  const known = read.get(wording);
  if (known !== undefined) return known;
  const own = readPhrase(wording.text, parties);
  read.set(wording, own);
  return own;
}

interface Fitting extends Meant {
  /** It says no more than what was asked for. */
  readonly exact: boolean;
}

/** The concepts whose wordings share most with some words, at most five. */
function nearest(words: string, concepts: readonly Concept[]): readonly Concept[] {
  const stems = (text: string): ReadonlySet<string> =>
    new Set(
      (text.match(/[\p{L}\p{N}]{2,}/gu) ?? []).map(stemOf).filter((w) => w.length > 2 && !/^(?:the|and|for)$/.test(w)),
    );
  const asked = stems(words);
  const score = ({ wordings }: Concept): number =>
    Math.max(...wordings.map(({ text }) => [...stems(text)].filter((s) => near(s, asked)).length));
  return concepts
    .map((concept) => ({ concept, shared: score(concept) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 5)
    .map(({ concept }) => concept);
}

const near = (stem: string, asked: ReadonlySet<string>): boolean =>
  asked.has(stem) || (stem.length > 4 && [...asked].some((a) => a.slice(0, 4) === stem.slice(0, 4)));

function unknown(words: string, some: readonly Concept[], none: boolean): HearsayError {
  const names = some.slice(0, 5).map(({ name, id }) => `  ${name}  (${id})`);
  const said = none
    ? `Nothing in the map is called "${beginning(words, 80)}".`
    : `"${beginning(words, 80)}" may mean several things.`;
  const hint =
    names.length > 0
      ? `${none ? "Nearest" : "Which"}:\n${names.join("\n")}`
      : "See what there is: hearsay causes --map";
  return new HearsayError("usage.concept", `${said} ${hint}`);
}
