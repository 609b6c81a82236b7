import type { Derivation, Lineage, StageResult } from "../model/index.js";
import { type Candidate, candidatesOf } from "./candidates.js";
import { circlesOf } from "./circles.js";
import { citedBy } from "./cites.js";
import { derivationOf } from "./derive.js";
import { excerptsOf } from "./excerpts.js";
import type { Fingerprint } from "./fingerprint.js";
import { type Kin, kinOf } from "./kin.js";
import { Library } from "./library.js";
import { originsOf } from "./origins.js";
import { parentsOf } from "./parents.js";
import { weighPatchworks } from "./patchwork.js";
import { withoutRepeats } from "./repeats.js";

/**
 * Finds what derives from what among the articles, the independent origins that remain, and rings of citation.
 * The answer does not depend on the order of the input. An id given twice is traced once, with a diagnostic.
 */
export function trace(fingerprints: readonly Fingerprint[]): StageResult<Lineage> {
  const { unique, diagnostics } = withoutRepeats(fingerprints);
  const library = new Library(unique);
  const kin = weighPatchworks(library, relatives(library));
  const parents = parentsOf(library, kin);
  const textual = [...parents, ...excerptsOf(library, kin, parents)].map((step) => derivationOf(library, step));
  const derivations = [...textual, ...citedBy(library, textual)].sort(inOrder);
  return {
    output: {
      derivations,
      origins: originsOf(library.articles, derivations),
      circles: circlesOf(derivations),
    },
    diagnostics,
  };
}

function relatives(library: Library): Kin[] {
  return byBlocks(candidatesOf(library.articles.map((article) => article.seeds)))
    .map(({ a, b }) => kinOf(library, a, b))
    .filter((kin) => kin !== null);
}

/** Pairs in an order in which the same few hundred articles are needed again and again, so that each is read seldom. */
function byBlocks(candidates: readonly Candidate[]): Candidate[] {
  const block = (article: number): number => Math.floor(article / blockSize);
  return [...candidates].sort((x, y) => block(x.a) - block(y.a) || block(x.b) - block(y.b) || x.a - y.a || x.b - y.b);
}
const blockSize = 250;

function inOrder(x: Derivation, y: Derivation): number {
  const key = (d: Derivation): string => [d.derived, d.source ?? `\uffff${d.outlet}`, d.kind].join("\u0000");
  return key(x) < key(y) ? -1 : 1;
}
