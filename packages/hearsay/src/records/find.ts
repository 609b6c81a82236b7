import { basename } from "node:path";
import { HearsayError } from "../model/index.js";
import type { Report, ReportArticle } from "../tell/index.js";

/**
 * The article that a user means: by id, file, file name with or without its ending, or the beginning of one of them.
 * @throws HearsayError `usage.article` when none or several are meant, with those there are
 */
export function findArticle({ articles }: Report, name: string): ReportArticle {
  for (const names of [exactNames, fileNames]) {
    const found = articles.filter((article) => names(article).includes(name));
    if (found.length === 1) return found[0]!;
  }
  const begun = articles.filter((article) =>
    [...exactNames(article), ...fileNames(article)].some((own) => own.startsWith(name)),
  );
  if (begun.length === 1) return begun[0]!;
  const list = (begun.length > 0 ? begun : articles).map(({ id, file }) => `  ${id}  ${file}`).join("\n");
  const problem = begun.length > 1 ? `"${name}" can be several articles` : `There is no article "${name}"`;
  throw new HearsayError("usage.article", `${problem}:\n${list}`);
}

const exactNames = ({ id, file }: ReportArticle): readonly string[] => [id, file];
const fileNames = ({ file }: ReportArticle): readonly string[] => [
  basename(file),
  basename(file).replace(/\.[^.]+$/, ""),
];
