import type { Judgement } from "../../model/index.js";
import { judgementOf, type Verdict } from "../../records/judge.js";
import { View } from "../../server/view.js";
import { makeReport } from "../../tell/index.js";
import { ferryStory } from "../../tell/testing/fixture.js";
import type { Desk } from "../desk.js";

/** The story of two ferries, on a desk where judgements are kept in a list; null for one that is only read. */
export function ferryDesk(judgements: Judgement[] | null = null): Desk {
  const report = makeReport(ferryStory);
  // Sure enough that they become arrows of the causal map.
  const causes = report.causes.map((cause) => ({ ...cause, score: 0.9 }));
  const view = new View({ ...report, causes }, "1");
  const judge = async (given: Verdict) => {
    const ground = { report: view.report, judgements: judgements! };
    const made = judgementOf(given, ground, "Ada", "2031-03-08T09:00:00.000Z");
    judgements!.push(made);
    return made;
  };
  return { open: async () => ({ view, judgements: judgements ?? [] }), judge: judgements === null ? null : judge };
}
