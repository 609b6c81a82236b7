// What becomes of a document on its way into the manual. Pure: text in, text out.
import { posix } from "node:path";

/**
 * Links of a document made those of the manual: to a page where there is one, else the file's name alone, as code.
 * @param from the document's path in the project, "docs/exchange.md"
 * @param pages the page that each document of the project becomes
 */
export function relinked(markdown, from, pages) {
  const here = pages.get(from);
  return outsideCode(markdown, (text) =>
    text.replace(
      /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\((?!\w+:|#)([^)\s#]+)(#[^)\s]*)?\)/g,
      (whole, image, label, target, anchor = "") => {
        if (image !== "") return whole;
        const path = posix.normalize(posix.join(posix.dirname(from), target));
        const page = pages.get(path);
        if (page !== undefined) return `[${label}](${posix.relative(posix.dirname(here), page) || page}${anchor})`;
        if (label === path) return `\`${path}\``;
        return label.includes("`") ? label : `${label} (\`${path}\`)`;
      },
    ),
  );
}

/** Comments are for those who edit; in the manual they would be text. One that is spoken of, between backticks, stays. */
export const withoutComments = (markdown) => outsideCode(markdown, (text) => text.replace(/(?<!`)<!--.*?-->\n?/gs, ""));

/** Blocks indented by four spaces as fenced ones, which the site can scroll and colour. Within lists they stay. */
export const fenced = (markdown) =>
  outsideCode(markdown, (text) =>
    text.replace(
      /(?<=^|\n)(?<before>[^\n]*\n)(\n)((?: {4}[^\n]*(?:\n|$))(?:(?:\n)? {4}[^\n]*(?:\n|$))*)/g,
      (whole, before, blank, block) => {
        if (/^\s*(?:[-*]|\d+\.) |^ /.test(before)) return whole;
        const language = /^ {4}(?:npx )?(?:hearsay|npm|node|curl|export) /.test(block) ? "sh" : "text";
        return `${before}${blank}\`\`\`${language}\n${block.replace(/^ {4}/gm, "").trimEnd()}\n\`\`\`\n`;
      },
    ),
  );

/** Applies a change to all of a document but what stands between fences. */
function outsideCode(markdown, change) {
  return markdown
    .split(/^(```[^\n]*\n[\s\S]*?^```$)/m)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join("");
}

/**
 * `<!-- accuracy STAGE: WORDS; STAGE: WORDS -->` as a table of those rows of docs/evals.md: of a stage, of corpora that hold the words.
 * Peers and rows that nobody aims at stay in docs/evals.md.
 */
export function withAccuracy(markdown, evals) {
  return markdown.replace(/<!-- accuracy (.+) -->/g, (_, asked) => {
    const rows = asked.split(";").flatMap((one) => {
      const [stage, words = ""] = one.split(":").map((part) => part.trim());
      const wanted = words.split(/,\s+/);
      const found = figuresOf(evals).filter(
        (row) => row.stage === stage && wanted.some((word) => row.corpus.includes(word)),
      );
      if (found.length === 0) throw new Error(`docs/evals.md has no figure of ${one}`);
      return found.filter(({ basis }) => basis !== "peer");
    });
    const head = "| stage | corpus | measure | value | aimed at | basis |\n|---|---|---|---:|---:|---|";
    return [
      head,
      ...rows.map(
        ({ stage, corpus, measure, value, goal, basis }) =>
          `| ${stage} | ${corpus} | ${measure} | ${value} | ${goal} | ${basis} |`,
      ),
    ].join("\n");
  });
}

function figuresOf(evals) {
  return evals.split("\n").flatMap((line) => {
    const [, stage, corpus, basis, measure, value, goal] = line.split("|").map((cell) => cell.trim());
    return /^\d/.test(value ?? "") ? [{ stage, corpus, basis, measure, value, goal }] : [];
  });
}

/**
 * `<!-- output [LINES] -->` as what the commands of the block before it print, cut at so many lines.
 * @param typed called with each block's commands, in order; gives what they print
 */
export async function withOutputs(markdown, commandsOf, typed) {
  const parts = markdown.split(/^<!-- output ?(\d*) -->$/m);
  let made = "";
  for (let i = 0; i < parts.length; i += 2) {
    const commands = commandsOf(parts[i]).filter(({ skipped }) => skipped === null);
    const printed = await typed(commands.map(({ command }) => command));
    made += parts[i];
    if (i + 1 < parts.length) made += `\`\`\`text\n${firstLines(printed, Number(parts[i + 1] || 200))}\n\`\`\``;
  }
  return made;
}

function firstLines(text, most) {
  const lines = text.trimEnd().split("\n");
  return lines.length <= most ? lines.join("\n") : [...lines.slice(0, most), "…"].join("\n");
}
