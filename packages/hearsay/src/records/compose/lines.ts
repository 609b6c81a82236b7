import type { Quote } from "../../model/index.js";
import { claimLine, proposition, standing } from "../../tell/brief/claims.js";
import { statuses } from "../../tell/brief/ledger.js";
import {
  date,
  day,
  inContext,
  joined,
  line,
  name,
  phrase,
  published,
  quoted,
  type Telling,
  words,
} from "../../tell/brief/parts.js";
import type { Line, Part } from "../../tell/brief.js";
import type { Phrase } from "../../tell/phrases.js";
import type {
  Report,
  ReportArticle,
  ReportCause,
  ReportClaim,
  ReportCommitment,
  ReportEvent,
  ReportFigure,
  ReportStatement,
} from "../../tell/report.js";

/** What a line of a brief can be about. */
export const itemKinds = ["claim", "statement", "event", "commitment", "figure", "cause", "article"] as const;
export interface Item {
  readonly kind: (typeof itemKinds)[number];
  readonly id: string;
}

/** The lists of a report by the kind of their records. */
const lists = {
  claim: "claims",
  statement: "statements",
  event: "events",
  commitment: "commitments",
  figure: "figures",
  cause: "causes",
  article: "articles",
} as const satisfies Record<Item["kind"], keyof Report>;

/** The record of an item; undefined when there is none. */
export const recordOf = (report: Report, { kind, id }: Item): Picked | undefined => {
  const list = report[lists[kind]] as readonly { readonly id: string }[];
  const record = list.find((one) => one.id === id);
  return record === undefined ? undefined : ({ kind, record } as Picked);
};

/** A record that was picked, with its kind. */
export type Picked =
  | { readonly kind: "claim"; readonly record: ReportClaim }
  | { readonly kind: "statement"; readonly record: ReportStatement }
  | { readonly kind: "event"; readonly record: ReportEvent }
  | { readonly kind: "commitment"; readonly record: ReportCommitment }
  | { readonly kind: "figure"; readonly record: ReportFigure }
  | { readonly kind: "cause"; readonly record: ReportCause }
  | { readonly kind: "article"; readonly record: ReportArticle };

/** A record as a line that can be defended: template and verbatim words, each with the number of its source. */
export function lineOf(t: Telling, { kind, record }: Picked): Line {
  switch (kind) {
    case "claim":
      return claim(t, record);
    case "statement":
      return statement(t, record);
    case "event":
      return line(record.id, on(record), [...inContext(t, record.span, shown), ...from(t, record.article)]);
    case "commitment":
      return commitment(t, record);
    case "figure":
      return line(
        record.id,
        [name(record.of)],
        [],
        record.reports.map((one) => figure(t, one)),
      );
    case "cause":
      return cause(t, record);
    case "article":
      return line(record.id, published(t, record.id), [phrase(": "), ...quoted(t, beginning(record), shown)]);
  }
}

/** Longest words shown of one place, in UTF-16 units; a brief is read closely. */
const shown = 400;
const from = (t: Telling, article: string): Part[] => [phrase(" — "), ...published(t, article)];
const on = ({ when }: { readonly when: ReportEvent["when"] }): Part[] => (when === null ? [] : [date(when)]);

/** With what it rests on, and the other side where it is disputed. */
function claim(t: Telling, record: ReportClaim): Line {
  const disputed: Part[] = record.conflicts.length > 0 ? [phrase(" · disputed")] : [];
  const made = claimLine(t, record, [...standing(record), ...disputed], 8);
  const against = record.conflicts.flatMap((id) => {
    const other = t.claim(id);
    const place = other === undefined ? null : proposition(t, other);
    if (place === null) return [];
    return [line(null, [], [phrase(" against "), ...inContext(t, place, shown), ...from(t, place.article)])];
  });
  return { ...made, lines: [...made.lines, ...against] };
}

const manners: Readonly<Record<ReportStatement["kind"], Phrase>> = {
  direct: "said: ",
  indirect: "reported: ",
  mixed: "reported, partly in their own words: ",
};

function statement(t: Telling, { id, article, speaker, content, kind, act }: ReportStatement): Line {
  const called = speaker.name ?? speaker.description;
  const who = called === "" ? [phrase("someone unnamed")] : [name(called)];
  const role = speaker.name !== null && speaker.role !== null ? [phrase(", "), name(speaker.role)] : [];
  const how = phrase(act === "denial" ? "denied: " : manners[kind]);
  const said = content.parts.map((part) => quoted(t, part, shown));
  return line(id, [...who, ...role, phrase(" · ")], [how, ...joined(said, " … "), ...from(t, article)]);
}

function commitment(t: Telling, { id, article, span, status, by, to, condition, when }: ReportCommitment): Line {
  const who = by === null ? [phrase("someone unnamed")] : [name(by)];
  const whom = to === null ? [] : [phrase(" → "), name(to)];
  const date = on({ when });
  const lead = [
    ...who,
    ...whom,
    phrase(" · "),
    phrase(statuses[status]),
    ...(date.length > 0 ? [phrase(" · "), ...date] : []),
  ];
  const proviso = condition === null ? [] : [phrase("; on condition: "), ...quoted(t, condition, shown)];
  return line(id, lead, [...inContext(t, span, shown), ...proviso, ...from(t, article)]);
}

function figure(t: Telling, { span, asOf, article }: ReportFigure["reports"][number]): Line {
  const when = asOf === null ? [] : [day(asOf), phrase(": ")];
  return line(null, [], [...when, ...inContext(t, span, shown), ...from(t, article)]);
}

/** Hedged or conditional only where the record says so: no word of likelihood is added. */
function cause(t: Telling, { id, article, cause, effect, sign, negated, hedged, conditional, by }: ReportCause): Line {
  const arrows: readonly Phrase[] = negated ? [" does not bring about ", " does not prevent "] : [" —(+)→ ", " —(−)→ "];
  const ends = [
    words(cause, shown),
    t.cite(cause),
    phrase(arrows[sign === "+" ? 0 : 1]!),
    words(effect, shown),
    t.cite(effect),
  ];
  const manner = [...(hedged ? [phrase(", hedged")] : []), ...(conditional ? [phrase(", conditional")] : [])];
  const own = by === "author" ? [phrase(" (the article itself)")] : [phrase(", by "), name(by)];
  return line(id, [], [...ends, ...from(t, article), ...own, ...manner]);
}

function beginning({ id, text }: ReportArticle): Quote {
  const [first = ""] = text.split(/\n\s*\n/, 1);
  return { article: id, start: 0, end: first.length, text: first };
}
