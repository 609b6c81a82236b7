// How the manual's pages, which build.mjs writes into dist/pages, become a site: one that asks nobody else for anything.
import { defineConfig } from "vitepress";
import { sidebar } from "../contents.mjs";

/** What explains comes before what lists: pages made from docstrings and schemas, and old decisions, last. */
const boostDocument = (page) => (/\/(?:reference|decisions)\//.test(page) ? 0.2 : 1);

export default defineConfig({
  title: "Hearsay",
  description: "The manual: from articles to what is established, every line with its exact words.",
  srcDir: "dist/pages",
  outDir: "dist/site",
  cacheDir: "dist/cache",
  base: process.env.HEARSAY_MANUAL_BASE ?? "/",
  lang: "en-GB",
  cleanUrls: false,
  ignoreDeadLinks: false,
  head: [["link", { rel: "icon", href: "data:," }]],
  // Documents are text: what looks like markup or a template in them is shown as it stands.
  markdown: {
    html: false,
    attrs: { disable: true },
    config: (md) => {
      md.disable("emoji", true);
      md.renderer.rules.text = (tokens, i) =>
        md.utils.escapeHtml(tokens[i].content).replaceAll("{{", "<span v-pre>{{</span>");
    },
  },
  themeConfig: {
    nav: [
      { text: "Tutorial", link: "/tutorial" },
      { text: "How to", link: "/how-to" },
      { text: "Stages", link: "/stages" },
      { text: "Method", link: "/method" },
      { text: "Commands", link: "/commands" },
    ],
    sidebar,
    outline: { level: [2, 3] },
    search: { provider: "local", options: { detailedView: false, miniSearch: { searchOptions: { boostDocument } } } },
    docFooter: { prev: "Before", next: "Next" },
  },
});
