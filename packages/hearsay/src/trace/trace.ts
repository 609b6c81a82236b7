import type { Derivation, Diagnostic, Lineage, StageResult } from "../model/index.js";
import { type Candidate, candidatesOf } from "./candidates.js";
import { circlesOf } from "./circles.js";
import { citedBy } from "./cites.js";
import { type Compared, compareAll } from "./compared.js";
import { derivationOf } from "./derive.js";
import { excerptsOf } from "./excerpts.js";
import type { Fingerprint } from "./fingerprint.js";
import { Library } from "./library.js";
import { originsOf } from "./origins.js";
import { parentsOf } from "./parents.js";
import { weighPatchworks } from "./patchwork.js";
import { withoutRepeats } from "./repeats.js";
import { type SearchLimits, searchLimits } from "./seed-index.js";

/** A lineage, and what comparing articles gave, to be handed in again when the articles have changed. */
export interface Traced extends StageResult<Lineage> {
  readonly compared: Compared;
}

/**
 * Finds what derives from what among the articles, the independent origins that remain, and rings of citation.
 * The answer depends neither on the order of the input nor on what is known already; that only saves comparing again.
 * An id given twice is traced once, with a diagnostic.
 * @param known what an earlier run compared, of these articles or others
 */
export function trace(
  fingerprints: readonly Fingerprint[],
  known: Compared = new Map(),
  limits: SearchLimits = searchLimits,
): Traced {
  const { unique, diagnostics } = withoutRepeats(fingerprints);
  const library = new Library(unique);
  const seeds = library.articles.map((_, i) => library.words(i).seeds);
  return traceAmong(library, candidatesOf(seeds, limits), known, diagnostics);
}

/** The lineage of the library's articles, of which the candidates alone are compared. */
export function traceAmong(
  library: Library,
  candidates: readonly Candidate[],
  known: Compared,
  diagnostics: readonly Diagnostic[],
): Traced {
  const { kin: alike, compared } = compareAll(library, candidates, known);
  const kin = weighPatchworks(library, alike);
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
    compared,
  };
}

function inOrder(x: Derivation, y: Derivation): number {
  const key = (d: Derivation): string => [d.derived, d.source ?? `\uffff${d.outlet}`, d.kind].join("\u0000");
  return key(x) < key(y) ? -1 : 1;
}
