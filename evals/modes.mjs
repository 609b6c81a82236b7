// How an event is meant (asserted, denied, planned …) on sentences of the project's own (evals/modes.jsonl), read as a report
// reads them. One half ("test") was written before anything was run on it; rules are mended on the other ("dev").
// node evals/modes.mjs [HALF]: the sentences that went wrong.
import { join } from "node:path";
import { percent, readLines, root } from "./lib.mjs";

const dist = (path) => import(join(root, "packages/hearsay/dist", path));

/** Gold lines `{id, half, date, text, mode, type, source, target}`, each with the event found for it, or null. */
async function judged() {
  const { annotate } = await dist("annotate/index.js");
  const { findEvents } = await dist("extract/events.js");
  const { findStatements } = await dist("extract/statements.js");
  const { plainArticle } = await dist("model/index.js");
  return readLines(join(root, "evals/modes.jsonl")).map((line) => {
    const article = plainArticle({ id: line.id, text: line.text, published: line.date });
    const annotation = annotate(article).output;
    return { ...line, event: met(line, findEvents(article, annotation, findStatements(article, annotation))) };
  });
}

/** The event of the gold's type and side, else one with both its sides, else one with either. */
function met({ text, type, source, target }, events) {
  const touches = (side, words) => {
    const at = text.indexOf(words);
    return side !== null && side.start < at + words.length && at < side.end;
  };
  const worth = (e) =>
    4 * (e.type === type) + 2 * touches(e.who, source) + touches(e.whom, target) + touches(e.whom, source);
  const within = events.filter((e) => worth(e) % 4 > 0 || e.type === type);
  return within.sort((a, b) => worth(b) - worth(a))[0] ?? null;
}

/** Rows for the table of accuracy: the mode right of all sentences, and how many have their event at all. */
export async function modeRows() {
  const lines = await judged();
  return ["test", "dev"].flatMap((half) => {
    const own = lines.filter((line) => line.half === half);
    const right = own.filter((line) => line.event?.mode === line.mode);
    return [
      { measure: `mode accuracy, ${half} half`, value: percent(right.length / own.length) },
      { measure: `event found, ${half} half`, value: percent(own.filter((l) => l.event !== null).length / own.length) },
    ];
  });
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  for (const { half, mode, event, text } of await judged())
    if (half === (process.argv[2] ?? "dev") && event?.mode !== mode)
      console.log(`${mode}\t${event === null ? "not found" : `${event.mode} ${event.type}`}\t${text}`);
