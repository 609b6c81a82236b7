import type { Judgement } from "../../model/index.js";
import { judgementOf, type Verdict } from "../../records/judge.js";
import { View } from "../../server/view.js";
import { makeReport } from "../../tell/index.js";
import { ferryStory } from "../../tell/testing/fixture.js";
import type { Desk } from "../desk.js";

/** The story of two ferries, on a desk where judgements are kept in a list; null for one that is only read. */
export function ferryDesk(judgements: Judgement[] | null = null): Desk {
  const view = new View(makeReport(ferryStory), "1");
  const judge = async (given: Verdict) => {
    const ground = { report: view.report, judgements: judgements! };
    const made = judgementOf(given, ground, "Ada", "2031-03-08T09:00:00.000Z");
    judgements!.push(made);
    return made;
  };
  return { open: async () => ({ view, judgements: judgements ?? [] }), judge: judgements === null ? null : judge };
}
