import type { RecordTable } from "./row.js";

/** One record command: what it shows, how to ask for it, and where its table is. */
export interface RecordCommand {
  readonly name: string;
  readonly summary: string;
  /** What `--type` narrows down to. */
  readonly types: string;
  readonly examples: readonly (readonly [command: string, what: string])[];
  /** Filters that only this table has. */
  readonly filters?: readonly { readonly flags: string; readonly what: string }[];
  /** Other views of the same records, each behind an option. */
  readonly views?: readonly RecordView[];
  load(): Promise<RecordTable>;
}

/** Another table of the same records, behind an option. */
export interface RecordView {
  readonly option: string;
  readonly what: string;
  load(): Promise<RecordTable>;
}

/** The record tables in the order in which help lists them. */
export const recordCommands: readonly RecordCommand[] = [
  {
    name: "claims",
    summary: "what is asserted: by how many origins, what contradicts or revises it",
    types: "corroborated, single-origin, contradicted, revised; event, figure, state, statement",
    examples: [
      ["hearsay claims --type contradicted", "where reports disagree"],
      ["hearsay claims --support --grep cable", "every report of the claims about the cable, in its own words"],
      ["hearsay claims --format csv > claims.csv", "for a spreadsheet"],
    ],
    views: [
      {
        option: "support",
        what: "a row for each report of each claim",
        load: async () => (await import("./claims.js")).support,
      },
    ],
    load: async () => (await import("./claims.js")).claims,
  },
  {
    name: "statements",
    summary: "who said what, in their words, named or anonymous",
    types: "direct, indirect, mixed; speech, thought, intention, document, question, refusal, denial",
    examples: [
      ["hearsay statements --who minister", "what ministers said"],
      ["hearsay statements --type direct --outlet Herald", "word for word, as one outlet has it"],
      ["hearsay statements --affiliation ministry --since 2026-03", "by those who speak for a ministry, since March"],
      ["hearsay statements --versions --type changed", "quotations that differ from outlet to outlet, word by word"],
      ["hearsay statements --format ndjson | jq .words", "for a program"],
    ],
    filters: [
      { flags: "--affiliation <text>", what: "only by somebody who belongs to a body or state whose name holds this" },
      { flags: "--side <name>", what: "only by somebody who stands for this state or body" },
      { flags: "--kind <kind>", what: "only direct, indirect or mixed" },
    ],
    views: [
      {
        option: "versions",
        what: "a row for each report of a remark that several articles have: same, shortened, changed, retold",
        load: async () => (await import("./statements.js")).wordings,
      },
    ],
    load: async () => (await import("./statements.js")).statements,
  },
  {
    name: "events",
    summary: "who did what to whom, as each article has it",
    types: "a PLOVER type (AGREE, ACCUSE, ASSAULT …); asserted, denied, planned, demanded, hypothetical, reported",
    examples: [
      ["hearsay events --type ACCUSE", "who accused whom"],
      ["hearsay events --type denied --since 2026-03-01", "what is said not to have happened since March"],
      ["hearsay events --together", "each happening once: how many reports and origins, and where they differ"],
    ],
    views: [
      {
        option: "together",
        what: "a row for each happening, with its reports and origins, and the dates, places and counts in which they differ",
        load: async () => (await import("./events.js")).happenings,
      },
    ],
    load: async () => (await import("./events.js")).events,
  },
  {
    name: "timeline",
    summary: "what happened when: each happening once, however many articles have it",
    types: "a PLOVER type; asserted, denied, planned …",
    examples: [
      ["hearsay timeline", "from the first to the last"],
      ["hearsay timeline --since 2026-03 --until 2026-04", "two months"],
    ],
    load: async () => (await import("./timeline.js")).timeline,
  },
  {
    name: "commitments",
    summary: "what was promised, asked for, refused, delivered",
    types: "requested, demanded, offered, promised, threatened, signed, delivered, refused, broken …",
    examples: [
      ["hearsay commitments --type refused", "what was asked for and not given"],
      ["hearsay commitments --who Ministry", "by or to one party"],
      ["hearsay commitments --ledger --type open", "each with its steps over time: what is open today"],
    ],
    views: [
      {
        option: "ledger",
        what: "a row for each step of each commitment, those about one thing together, open or settled",
        load: async () => (await import("./commitments.js")).ledger,
      },
    ],
    load: async () => (await import("./commitments.js")).commitments,
  },
  {
    name: "positions",
    summary: "where each side stands on an issue over time, in words and in deeds",
    types: "for, against; said, told, done; direct, indirect, mixed; turned, gap",
    examples: [
      ["hearsay positions --type turned", "who took another stand"],
      ["hearsay positions --who Ministry --type gap", "where a ministry did not do as it said"],
    ],
    load: async () => (await import("./positions.js")).positions,
  },
  {
    name: "causes",
    summary: "what is said to cause or prevent what, and who says so",
    types: "+ (brings about) or - (prevents)",
    examples: [
      ["hearsay causes --grep price", "what moves prices, as they have it"],
      ["hearsay causes --type - ", "what is said to prevent something"],
      ["hearsay causes --map --who ministry", "the arrows that ministries draw"],
      ["hearsay causes --sides --type alone --who Russia", "what only Russia sees"],
      ["hearsay causes --concepts --type joined", "which wordings were taken for one thing, and why"],
    ],
    views: [
      {
        option: "map",
        what: "a row for each arrow of the causal map: all that say that one thing raises or lowers another",
        load: async () => (await import("./map.js")).map,
      },
      {
        option: "concepts",
        what: "a row for each wording of each concept of the map: why it is taken for the same, and its id for judgements",
        load: async () => (await import("./causal.js")).concepts,
      },
      {
        option: "sides",
        what: "a row for each arrow: which sides see it, which deny it, which say nothing (--type shared, alone, disputed, or a side)",
        load: async () => (await import("./causal.js")).sides,
      },
      {
        option: "rings",
        what: "a row for each ring of arrows: reinforcing or balancing",
        load: async () => (await import("./causal.js")).rings,
      },
      {
        option: "indirect",
        what: 'a row for each two concepts tied through others: +, - or "ambiguous" where ways disagree',
        load: async () => (await import("./causal.js")).indirect,
      },
    ],
    load: async () => (await import("./causes.js")).causes,
  },
  {
    name: "figures",
    summary: "numbers as reported, side by side and over time",
    types: "a unit: USD, percent, km …",
    examples: [
      ["hearsay figures", "every figure that more than one report gives"],
      ["hearsay figures --type percent --format csv", "percentages, for a spreadsheet"],
    ],
    load: async () => (await import("./figures.js")).figures,
  },
  {
    name: "lineage",
    summary: "which article comes from which: copies, rewrites, translations, citations",
    types: "copy, excerpt, rewrite, spun, translation, cites",
    examples: [
      ["hearsay lineage", "every descent that was found, and why it is believed"],
      ["hearsay lineage --origins", "the independent voices and who repeats each"],
    ],
    views: [
      {
        option: "origins",
        what: "a row for each independent voice",
        load: async () => (await import("./lineage.js")).origins,
      },
    ],
    load: async () => (await import("./lineage.js")).lineage,
  },
  {
    name: "actors",
    summary: "who speaks and acts, with role and country",
    types: "person, body, state, place, group, other",
    examples: [
      ["hearsay actors --type person", "the people of the story"],
      ["hearsay actors --relations", "what passed between each two actors over time, with the words behind it"],
      ['hearsay actors --relations --who "Vesmara and Tasvar"', "between these two"],
      [
        "hearsay actors --relations --type mediation",
        "pairs tied by alliance, supply, investment, mediation or sanctions",
      ],
    ],
    views: [
      {
        option: "relations",
        what: "a row for each happening between two actors: cooperation or conflict, in words or deeds, and the tone so far",
        load: async () => (await import("./actors.js")).relations,
      },
    ],
    load: async () => (await import("./actors.js")).actors,
  },
  {
    name: "articles",
    summary: "what was read, and on request what was set aside and why",
    types: "a language (en, de …); with --removed a reason (navigation, caption, teaser …)",
    examples: [
      ["hearsay articles", "what the story holds"],
      ["hearsay articles --removed --type teaser", "passages taken out of the texts, with the reason"],
    ],
    views: [
      {
        option: "removed",
        what: "a row for each passage that was set aside",
        load: async () => (await import("./articles.js")).removed,
      },
    ],
    load: async () => (await import("./articles.js")).articles,
  },
];
