import type { Extraction, Judgement, Speaker, Statement } from "../model/index.js";
import type { Reading } from "./analyse.js";

/** Whoever it is, it is not whom Hearsay took it for. */
const somebody: Speaker = {
  ...{ entity: null, name: null, role: null, affiliation: null },
  ...{ anonymous: true, collective: false, description: "" },
};

/** Readings with the statements that analysts judged: of a rejected one it is not known who speaks, an accepted one is sure. */
export function withJudgedSpeakers(readings: readonly Reading[], judgements: readonly Judgement[]): readonly Reading[] {
  const last = new Map(judgements.flatMap(({ kind, subjects }) => subjects.map((subject) => [subject, kind] as const)));
  const isJudged = ({ id }: Statement): boolean => last.get(id) === "reject" || last.get(id) === "accept";
  return readings.map((reading) => {
    const { extract } = reading;
    if (extract === null || !extract.output.statements.some(isJudged)) return reading;
    const statements = extract.output.statements.map((one) => {
      if (!isJudged(one)) return one;
      return last.get(one.id) === "accept" ? { ...one, score: 1 } : { ...one, source: [], speaker: somebody };
    });
    const output: Extraction = { ...extract.output, statements };
    return { ...reading, extract: { ...extract, output } };
  });
}
