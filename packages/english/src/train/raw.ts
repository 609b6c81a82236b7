import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { splitSentences } from "../sentences.js";

/** Sentences shorter or longer than this are left out: titles and lists, or cut wrongly. In tokens. */
const [shortest, longest] = [4, 60];

/**
 * The sentences of plain text to be parsed by teachers: JSON lines with a `body` or a `text`, gzipped where the name
 * ends in .gz. Each sentence comes once.
 */
export function rawSentences(files: readonly string[]): string[][] {
  const seen = new Set<string>();
  return files.flatMap(textsOf).flatMap((text) =>
    splitSentences(text).flatMap((tokens) => {
      const forms = tokens.map(({ form }) => form);
      const key = forms.join(" ");
      if (forms.length < shortest || forms.length > longest || seen.has(key) || !isProse(forms)) return [];
      seen.add(key);
      return [forms];
    }),
  );
}

function textsOf(file: string): string[] {
  const bytes = readFileSync(file);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
  return lines.filter(Boolean).map((line) => {
    const { body, text } = JSON.parse(line) as { body?: string; text?: string };
    return body ?? text ?? "";
  });
}

/** Mostly words in small Latin letters: neither tables nor headings nor another script. */
const isProse = (forms: readonly string[]): boolean =>
  forms.filter((form) => /^[a-z'’-]+$/.test(form)).length >= forms.length * 0.5;
