import type { Extraction, Judgement, Speaker, Statement } from "../model/index.js";
import type { Reading } from "./analyse.js";

/** Whoever it is, it is not whom Hearsay took it for. */
const somebody: Speaker = {
  ...{ entity: null, name: null, role: null, affiliation: null },
  ...{ anonymous: true, collective: false, description: "" },
};

/**
 * Readings with the statements that analysts judged: of a rejected one, and of what it causes or commits to, it is not known
 * who says so; an accepted one is sure.
 */
export function withJudgedSpeakers(readings: readonly Reading[], judgements: readonly Judgement[]): readonly Reading[] {
  const decisions = judgements.filter(({ kind }) => kind === "reject" || kind === "accept");
  const last = new Map(decisions.flatMap(({ kind, subjects }) => subjects.map((one) => [one, kind] as const)));
  return readings.map((reading) => {
    const { extract } = reading;
    if (extract === null || !extract.output.statements.some(({ id }) => last.has(id))) return reading;
    return { ...reading, extract: { ...extract, output: judged(extract.output, last) } };
  });
}

function judged(extraction: Extraction, last: ReadonlyMap<string, Judgement["kind"]>): Extraction {
  const rejected = new Map(
    extraction.statements.flatMap((one) => (last.get(one.id) === "reject" ? [[one.id, one.speaker] as const] : [])),
  );
  const statements = extraction.statements.map((one): Statement => {
    if (last.get(one.id) === "accept") return { ...one, score: 1 };
    return rejected.has(one.id) ? { ...one, source: [], speaker: somebody } : one;
  });
  const causes = extraction.causes.map((one) =>
    rejected.has(one.statement ?? "") ? { ...one, by: "someone unnamed" } : one,
  );
  const commitments = extraction.commitments.map((one) => {
    const speaker = rejected.get(one.statement ?? "");
    const isTheirs = speaker !== undefined && (one.by === speaker.name || one.by === speaker.description);
    return isTheirs ? { ...one, by: null } : one;
  });
  return { ...extraction, statements, causes, commitments };
}
