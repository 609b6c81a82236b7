import type { Shift } from "../../model/index.js";
import type { Line, Part, Section } from "../brief.js";
import type { Phrase } from "../phrases.js";
import type { ReportPosition, ReportTake } from "../report.js";
import { bounded, date, joined, line, name, phrase, published, quoted, standalone, type Telling } from "./parts.js";
import { section } from "./section.js";

/** Where somebody took another stand, or did not do as he said; null where nobody did. */
export function movements(t: Telling): Section | null {
  const moved = t.records.positions.filter((position) => position.shifts.length > 0);
  if (moved.length === 0) return null;
  const { shown, left } = bounded(moved, 6);
  return section("positions", "How each side moved", {
    note: [
      phrase(
        "Where somebody's words or deeds on one issue do not agree, before and after. “Told” is the outlet's account.",
      ),
    ],
    lines: shown.map((position) => movement(t, position)),
    left,
    command: "hearsay positions",
  });
}

/** The turns of one position, each once: what further articles tell of the same two stands is left to the records. */
function movement(t: Telling, { id, name: actor, issue, takes, shifts }: ReportPosition): Line {
  const kinds: Phrase[] = [...new Set(shifts.map(({ kind }) => ways[kind]))];
  const told = [...new Set(shifts.slice(0, 2).flatMap(({ from, to }) => [from, to]))];
  const lines = told.flatMap((i) => (takes[i] === undefined ? [] : [takeLine(t, takes[i])]));
  const course = joined(
    kinds.map((kind) => [phrase(kind)]),
    "; ",
  );
  return line(id, [name(actor), phrase(": "), ...quoted(t, issue, 80)], [phrase(" — "), ...course], lines);
}

const ways: Readonly<Record<Shift["kind"], Phrase>> = {
  turned: "took another stand",
  gap: "one way in words, another in deeds",
};

function takeLine(t: Telling, take: ReportTake): Line {
  const when: Part[] = take.when === null ? [phrase("no date")] : [date(take.when)];
  const speaker = take.speaker === null ? [] : [name(take.speaker), phrase(" ")];
  const words = quoted(t, standalone(t, take.span), 170, take.span.start);
  return line(
    null,
    [...when, phrase(" · ")],
    [...speaker, phrase(manner(take)), ...words, phrase(" — "), ...published(t, take.span)],
  );
}

function manner({ shown, speech }: ReportTake): Phrase {
  if (shown !== "said") return shown === "done" ? "deed: " : "told: ";
  if (speech === "direct") return "said: ";
  return speech === "mixed" ? "reported, partly in their own words: " : "reported: ";
}
