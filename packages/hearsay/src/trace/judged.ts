import type { Derivation, Judgement, Lineage } from "../model/index.js";
import { circlesOf } from "./circles.js";
import { originsOf } from "./origins.js";

/**
 * A lineage as analysts left it. Of a descent `B~A`, `accept` says that B comes from A, `reject` that it is the other way
 * round, `split` that neither comes from the other. Origins and circles follow.
 */
export function judgedLineage(lineage: Lineage, judgements: readonly Judgement[]): Lineage {
  const last = new Map<string, Judgement["kind"]>();
  for (const { kind, subjects } of judgements)
    for (const subject of subjects)
      if (subject.includes("~") && (kind === "accept" || kind === "reject" || kind === "split"))
        last.set(ordered(subject), kind === "split" ? kind : turned(subject, kind));
  if (last.size === 0) return lineage;
  const decisions = lineage.derivations.flatMap((d) => decided(d, last.get(ordered(`${d.derived}~${d.source}`))));
  const derivations = withoutRings(decisions, (d) => last.has(ordered(`${d.derived}~${d.source}`)));
  const articles = lineage.origins.flatMap((origin) => origin.articles.map((id) => ({ id })));
  return { derivations, origins: originsOf(articles, derivations), circles: circlesOf(derivations) };
}

/** Both ways of naming two articles as one. */
const ordered = (subject: string): string => subject.split("~").sort().join("~");

/** The decision as it stands for the ordered pair. */
const turned = (subject: string, kind: "accept" | "reject"): "accept" | "reject" =>
  ordered(subject) === subject ? kind : kind === "accept" ? "reject" : "accept";

function decided(d: Derivation, kind: Judgement["kind"] | undefined): readonly Derivation[] {
  // Who names somebody as their source does so whatever an analyst says.
  if (kind === undefined || d.source === null || d.kind === "cites") return [d];
  if (kind === "split") return [];
  const isFirstDerived = ordered(`${d.derived}~${d.source}`) === `${d.derived}~${d.source}`;
  const stays = (kind === "accept") === isFirstDerived;
  return [{ ...(stays ? d : reversed(d)), direction: "known", reasons: ["decided by an analyst"] }];
}

/** What an analyst turned round may close a ring with what Hearsay found: then that gives way. */
function withoutRings(all: readonly Derivation[], isDecided: (d: Derivation) => boolean): readonly Derivation[] {
  const joins = (d: Derivation): boolean => d.source !== null && d.kind !== "cites";
  const sources = new Map<string, string[]>();
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to || seen.has(from)) return from === to;
    seen.add(from);
    return (sources.get(from) ?? []).some((one) => reaches(one, to, seen));
  };
  const kept = new Set(all.filter((d) => !joins(d)));
  for (const d of [...all.filter(isDecided), ...all.filter((one) => !isDecided(one))]) {
    if (!joins(d) || reaches(d.source!, d.derived)) continue;
    sources.set(d.derived, [...(sources.get(d.derived) ?? []), d.source!]);
    kept.add(d);
  }
  return all.filter((d) => kept.has(d));
}

const reversed = (d: Derivation): Derivation => ({
  ...d,
  derived: d.source!,
  source: d.derived,
  passages: d.passages.flatMap(({ derived, source }) =>
    source === null ? [] : [{ derived: source, source: derived }],
  ),
});
