import { annotate } from "../../annotate/index.js";
import { type FoundStatement, readStatements } from "../../extract/statements.js";
import { type Article, plainArticle } from "../../model/index.js";
import { type Filter, type JsonRecord, optionalText, requireText } from "../stage.js";

/**
 * `{id, text, date?}` to `{id, attributions, nested}`: those within the content of another stand apart. Contents are the spans as found, with "that" and quotation marks inside,
 * as PolNeAR marks them: it serves the accuracy figures. Statements in a report leave both out.
 */
export const filter: Filter = {
  kind: "line",
  run(record) {
    const article = articleOf(record);
    const { output } = annotate(article);
    const found = readStatements(article, output);
    const those = (nested: boolean) => found.filter((f) => f.nested === nested).map(attribution);
    return { id: record.id ?? null, attributions: those(false), nested: those(true) };
  },
};

function attribution({ statement: s, content }: FoundStatement) {
  const bare = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => ({ start, end }));
  const { kind, act, addressee, venue, score } = s;
  const speaker = s.speaker.name ?? (s.speaker.description || s.speaker.role);
  return {
    source: bare(s.source),
    cue: bare(s.cue),
    content: bare(content),
    kind,
    act,
    speaker,
    addressee,
    venue,
    score,
  };
}

function articleOf(record: JsonRecord): Article {
  const id = optionalText(record, "id") ?? String(record.id ?? "");
  return plainArticle({ id, published: optionalText(record, "date"), text: requireText(record, "text") });
}
