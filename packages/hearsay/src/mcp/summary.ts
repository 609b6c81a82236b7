import { most, page } from "./answer.js";
import { object, paging } from "./schemas.js";
import type { Tool } from "./tool.js";

/** What there is: to begin with. */
export const summaryTool: Tool = {
  name: "story",
  title: "What the story holds",
  description:
    "Begin here: how many articles, outlets and independent origins there are, what is established, contradicted and revised, and the list of articles.",
  input: object(paging),
  run: ({ view: { report } }, given) => {
    const { records, next } = page(report.articles, { limit: most, ...given }, ({ label: outlet, ...article }) => {
      const { id, title, published, language, origin, url } = article;
      const number = report.origins.find((one) => one.id === origin)?.number ?? null;
      return { article: id, outlet, title, published, language, origin: number, url };
    });
    return { story: report.story.name, ...report.summary, list: records, next };
  },
};
