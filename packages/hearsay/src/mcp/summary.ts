import { object } from "./schemas.js";
import type { Tool } from "./tool.js";

/** What there is: to begin with. */
export const summaryTool: Tool = {
  name: "story",
  title: "What the story holds",
  description:
    "Begin here: how many articles, outlets and independent origins there are, what is established, contradicted and revised, and the list of articles.",
  input: object({}),
  run: ({ view: { report } }) => ({
    story: report.story.name,
    ...report.summary,
    list: report.articles.slice(0, 200).map(({ id, label, title, published, language, origin, url }) => {
      const number = report.origins.find((one) => one.id === origin)?.number ?? null;
      return { article: id, outlet: label, title, published, language, origin: number, url };
    }),
  }),
};
