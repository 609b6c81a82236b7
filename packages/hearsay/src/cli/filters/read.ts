import { HearsayError } from "../../model/index.js";
import { read } from "../../read/index.js";
import { type Filter, optionalText, requireText } from "../stage.js";

/** `{id, html or text, url?}` → the article; a record that holds none gives its diagnostic as the error. */
export const filter: Filter = {
  kind: "line",
  run(record) {
    const html = optionalText(record, "html");
    const id = String(record.id ?? "");
    const url = optionalText(record, "url");
    const { output, diagnostics } = read({
      id,
      file: url ?? id,
      url,
      ...(html === null ? { text: requireText(record, "text") } : { html }),
    });
    if (output === null)
      throw new HearsayError(diagnostics[0]?.code ?? "read.no-article", diagnostics[0]?.message ?? "No article.");
    const { title, authors: author, published, outlet, language, text, removed } = output;
    const { entries, deck, section, publishedWithin, modified, agency, firstPublishedIn, translatedFrom, evidence } =
      output;
    return {
      id: record.id ?? null,
      title,
      author,
      published,
      outlet,
      language,
      text,
      removed: removed.map(({ text, reason }) => ({ text, reason })),
      entries,
      deck,
      section,
      publishedWithin,
      modified,
      agency,
      firstPublishedIn,
      translatedFrom,
      evidence,
    };
  },
};
