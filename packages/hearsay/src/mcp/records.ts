import { causes } from "../records/causes.js";
import { support } from "../records/claims.js";
import { positions } from "../records/positions.js";
import { statements } from "../records/statements.js";
import { timeline } from "../records/timeline.js";
import type { Report, ReportClaim } from "../tell/index.js";
import { most, page, reference } from "./answer.js";
import type { Opened } from "./desk.js";
import { filters, object, paging, text } from "./schemas.js";
import { articleOf, found, type Given, idsOf, type Tool } from "./tool.js";

const { article, outlet, since, until, words } = filters;
const where = { article, outlet, since, until, words };

const claimsTool: Tool = {
  name: "claims",
  title: "Claims with their support",
  description:
    "What is asserted, by how many independent origins, with every report's exact words, and what contradicts or revises it. Copies count once. A verdict counts reports; it says nothing of truth.",
  input: object({
    id: text("one claim alone"),
    type: {
      type: "array",
      maxItems: 8,
      items: text("corroborated, single-origin, contradicted, revised; event, figure, state, statement", 20),
    },
    ...where,
    ...paging,
  }),
  run(opened, given) {
    const { report } = opened.view;
    const { id, ...narrowing } = given as { id?: string };
    const all = new Map(report.claims.map((claim) => [claim.id, claim]));
    const ids = id === undefined ? idsOf(support, opened, narrowing) : [found(all.get(id), "claim", id).id];
    return page(ids, given, (one) => claimOf(opened, all.get(one)!));
  },
};

/** So many reports of one claim are shown. */
const reportsShown = 20;

function claimOf({ view }: Opened, claim: ReportClaim): object {
  const { id, kind, verdict, origins, grade, looksCorroborated, conflicts, revises, relations, support } = claim;
  const because = relations.slice(0, reportsShown).map(({ claim: other, kind: how, mine, theirs }) => {
    return { claim: other, how, references: [reference(view, mine), reference(view, theirs)] };
  });
  const references = support.slice(0, reportsShown).map(({ span, origin, partial, speaker }) => {
    return { ...reference(view, span), origin, partial, speaker };
  });
  const graded = `${grade.reliability}${grade.credibility}`;
  const stands = { verdict, origins, reports: support.length, grade: graded, only_echoed: looksCorroborated };
  return { id, quote: claim.proposition, kind, ...stands, conflicts, revises, because, references };
}

const statementsTool: Tool = {
  name: "statements",
  title: "Statements by speaker",
  description: "Who said what, in their own words: named, by role or anonymous; direct, indirect or mixed.",
  input: object({
    speaker: text("only by somebody whose name or role holds this"),
    affiliation: text("only by somebody who belongs to a body or state whose name holds this"),
    kind: { enum: ["direct", "indirect", "mixed"], description: "only of this kind" },
    ...where,
    ...paging,
  }),
  run(opened, given) {
    const all = new Map(opened.view.report.statements.map((one) => [one.id, one]));
    return page(idsOf(statements, opened, given), given, (id) => {
      const { speaker, kind, act, addressee, when, negated, hedged, score, content } = all.get(id)!;
      const { name, role, affiliation, anonymous, description } = speaker;
      const who = { speaker: name ?? description, role, affiliation, anonymous };
      const references = content.parts.map((part) => reference(opened.view, part));
      return { id, ...who, kind, act, addressee, when, negated, hedged, score, references };
    });
  },
};

const timelineTool: Tool = {
  name: "timeline",
  title: "Timeline",
  description: "What happened when: each happening once, however many articles have it.",
  input: object({ speaker: text("only where somebody whose name holds this acts"), ...where, ...paging }),
  run(opened, given) {
    const { report } = opened.view;
    const [entries, all] = [
      new Map(report.timeline.map((one) => [one.id, one])),
      new Map(report.events.map((one) => [one.id, one])),
    ];
    return page(idsOf(timeline, opened, given), given, (id) => {
      const { when, origins, claim, events: reports } = entries.get(id)!;
      const own = reports.flatMap((event) => all.get(event) ?? []);
      const { type, mode, who, whom, where: place } = own[0]!;
      const references = own.slice(0, reportsShown).map(({ span }) => reference(opened.view, span));
      return { id, when, type, mode, who, whom, where: place, origins, claim, references };
    });
  },
};

const positionsTool: Tool = {
  name: "positions",
  title: "How each side moved",
  description:
    "Where somebody stands on one issue over time, by word and by deed, and where the two do not agree: each take in its own words.",
  input: object({ speaker: text("only of somebody whose name holds this"), ...where, ...paging }),
  run(opened, given) {
    const all = new Map(opened.view.report.positions.map((one) => [one.id, one]));
    return page(idsOf(positions, opened, given), given, (id) => {
      const { name, issue, takes, shifts } = all.get(id)!;
      const told = takes.slice(0, reportsShown).map(({ span, leaning, shown, speech, when }) => {
        return { leaning, shown, speech, when, ...reference(opened.view, span) };
      });
      return { id, actor: name, issue: reference(opened.view, issue), shifts, takes: told };
    });
  },
};

const causesTool: Tool = {
  name: "causes",
  title: "What is said to cause what",
  description: "Cause and effect as somebody asserts them, with sign, hedge and who says so.",
  input: object({ speaker: text("only as said by somebody whose name holds this"), ...where, ...paging }),
  run(opened, given) {
    const all = new Map(opened.view.report.causes.map((one) => [one.id, one]));
    return page(idsOf(causes, opened, given), given, (id) => {
      const { cause, effect, sign, negated, hedged, conditional, by, score } = all.get(id)!;
      const [from, to] = [reference(opened.view, cause), reference(opened.view, effect)];
      return { id, sign, negated, hedged, conditional, by, score, references: [from, to] };
    });
  },
};

const lineageTool: Tool = {
  name: "lineage",
  title: "Who took what from whom",
  description:
    "Which article is a copy, rewrite, translation or citation of which, by which passages; and the independent origins that are left.",
  input: object({ article, ...paging }),
  run({ view }, given: Given) {
    const { report } = view;
    const { article: name } = given as { article?: string };
    const id = name === undefined ? null : articleOf(report, name).id;
    const own = report.derivations.filter(({ derived, source }) => id === null || derived === id || source === id);
    const rooted = report.origins.filter(({ articles }) => id === null || articles.includes(id));
    const origins = page(rooted, { limit: most }, originOf, originsRoom);
    return {
      origins: origins.records,
      ...(origins.next !== null && { origins_left_out: origins.total - origins.next }),
      ...page(own, given, ({ passages, ...known }) => {
        const references = passages
          .slice(0, 5)
          .flatMap(({ derived, source }) => [derived, ...(source === null ? [] : [source])])
          .map((quote) => reference(view, quote));
        return { ...known, passages: passages.length, references };
      }),
    };
  },
};

/** So much room have origins, in characters of JSON; of each so many articles are named. */
const originsRoom = 10_000;
function originOf({ number, root, articles }: Report["origins"][number]): object {
  const left = articles.length - most;
  return { number, root, articles: articles.slice(0, most), ...(left > 0 && { articles_left_out: left }) };
}

export const recordTools: readonly Tool[] = [
  claimsTool,
  statementsTool,
  timelineTool,
  positionsTool,
  causesTool,
  lineageTool,
];
