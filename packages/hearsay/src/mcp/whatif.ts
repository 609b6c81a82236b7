import { whatIf } from "../records/whatif.js";
import { reference } from "./answer.js";
import { object, text } from "./schemas.js";
import type { Tool } from "./tool.js";

/** So many changes, and reports of one arrow, are shown. */
const shown = { changes: 30, said: 5 } as const;

export const whatifTool: Tool = {
  name: "what_if",
  title: "What the sources' causal claims imply",
  description:
    "Sets concepts of the causal map and follows the sources' own arrows. The answer says what they imply, never what will happen; each arrow carries who says so, in which words. An unknown concept answers with the nearest names.",
  input: object(
    {
      set: {
        type: "array",
        minItems: 1,
        maxItems: 20,
        items: text("CONCEPT=VALUE, such as oil prices=1; from -1 (not so, or less) to 1 (so, or more)"),
      },
      by: text("only the arrows of asserters whose name holds this"),
      side: text("only of those who speak for this state or body; the press for articles"),
    },
    ["set"],
  ),
  run(opened, given) {
    const { report } = opened.view;
    const { set, by, side } = given as { set: readonly string[]; by?: string; side?: string };
    const { caution, settings, outcome, implied, arrows, ...found } = whatIf(report, { set, by, side });
    const causes = new Map(report.causes.map((cause) => [cause.id, cause]));
    const told = arrows.map(({ said, ...arrow }) => {
      const references = said.slice(0, shown.said).flatMap((one) => {
        const own = causes.get(one.cause);
        const quotes = own === undefined ? [] : [own.cause, own.effect];
        const { by, hedged, conditional, denied } = one;
        return quotes.map((quote) => ({ by, hedged, conditional, denied, ...reference(opened.view, quote) }));
      });
      return { ...arrow, said: said.length, references };
    });
    return { caution, ...found, settings, outcome, implied: implied.slice(0, shown.changes), arrows: told };
  },
};
