import {
  type Article,
  type Diagnostic,
  type Origin,
  plainArticle,
  quote,
  type Statement,
  span,
} from "../../model/index.js";
import { changesBetween } from "../../trace/changes.js";
import type { Report, Stages, StoryStages } from "../stages.js";
import type { StageVersions } from "../versions.js";

/** How often each stage ran. */
export type Runs = Record<keyof StageVersions, number>;

/**
 * Small stages for testing what runs stages: an article is a text that does not start with "!"; its one statement
 * is its first line; its origin is its first word; "?" makes annotate throw; the report lists articles and diagnostics.
 */
export function fakeStages(versions: Partial<StageVersions> = {}): { stages: Stages; runs: Runs } {
  const runs: Runs = { read: 0, annotate: 0, fingerprint: 0, extract: 0, trace: 0, weigh: 0, tell: 0 };
  const counted = <A extends readonly unknown[], R>(stage: keyof Runs, run: (...args: A) => R) => {
    return (...args: A): R => {
      runs[stage]++;
      return run(...args);
    };
  };
  const perStory: StoryStages = {
    compare: changesBetween,
    trace: counted("trace", traced),
    traceKept: counted("trace", function* (fingerprints) {
      yield ["tally"];
      return { ...traced(fingerprints), records: new Map() };
    }),
    planKept: function* () {
      yield ["tally"];
      return { library: null as never, candidates: [], diagnostics: [], records: new Map() };
    },
    pairsLeft: () => new Map(),
    compareSome: () => new Map(),
    judgedLineage: (lineage) => lineage,
    weigh: counted("weigh", () => ({
      output: { entities: [], entityOf: {}, claims: [], figures: [], positions: [] },
      diagnostics: [],
    })),
    tell: counted("tell", ({ name, articles, lineage, extractions, versions, diagnostics }) => {
      const statements = extractions.flatMap((extraction) => extraction.statements);
      const report = { story: { name }, articles, origins: lineage.origins, statements, versions, diagnostics };
      return report as unknown as Report;
    }),
    digest: ({ story, articles, versions }) => ({
      story,
      articles,
      versions,
      brief: { sections: [] },
      references: [],
      problems: [],
    }),
  };
  const stages: Stages = {
    versions: {
      ...{ read: "r1", annotate: "a1", fingerprint: "f1", extract: "e1", trace: "t1", weigh: "w1", tell: "s1" },
      ...versions,
    },
    perStory: async () => perStory,
    perArticle: async () => ({
      read: counted("read", ({ id, file, bytes }) => {
        const text = new TextDecoder().decode(bytes);
        if (text.startsWith("!")) return { output: null, diagnostics: [noArticle(file)] };
        return { output: articleOf(id, file, text), diagnostics: [] };
      }),
      annotate: counted("annotate", ({ id, text }) => {
        if (text.startsWith("?")) throw new Error("lost its way");
        const nothing = { sentences: [], mentions: [], entities: [], moments: [], amounts: [], quotations: [] };
        return { output: { article: id, ...nothing }, diagnostics: [] };
      }),
      fingerprint: counted("fingerprint", (article) => article as never),
      extract: counted("extract", (article) => ({
        output: {
          article: article.id,
          statements: [statementOf(article)],
          events: [],
          commitments: [],
          causes: [],
          assertions: [],
        },
        diagnostics: [],
      })),
    }),
  };
  return { stages, runs };
}

const noArticle = (file: string): Diagnostic => ({
  severity: "error",
  code: "read.no-article",
  message: "No article in it.",
  stage: "read",
  file,
});

const traced: StoryStages["trace"] = (fingerprints) => ({
  output: { derivations: [], origins: originsOf(fingerprints as unknown as readonly Article[]), circles: [] },
  diagnostics: [],
  compared: new Map(),
});

function originsOf(articles: readonly Article[]): readonly Origin[] {
  const words = [...new Set(articles.map(({ title }) => title))].sort();
  return words.map((word) => {
    const ids = articles.filter(({ title }) => title === word).map(({ id }) => id);
    return { id: `origin-${word}`, root: ids[0]!, articles: ids };
  });
}

function articleOf(id: string, file: string, text: string): Article {
  return plainArticle({ id, title: text.split(/\s/)[0]!, text, file });
}

function statementOf({ id, text }: Article): Statement {
  const line = span(id, 0, Math.max(1, text.split("\n")[0]!.length));
  const description = quote(line, text).text;
  return {
    id: `statement-${id}`,
    article: id,
    source: [line],
    cue: [],
    content: [line],
    kind: "indirect",
    act: "speech",
    speaker: {
      entity: null,
      name: null,
      role: null,
      affiliation: null,
      anonymous: true,
      collective: false,
      description,
    },
    addressee: null,
    venue: null,
    when: null,
    negated: false,
    hedged: false,
    score: 1,
  };
}
