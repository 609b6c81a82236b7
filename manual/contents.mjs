// The manual's table of contents: every page stands in it once. A document that nobody has put in its place comes last among the guides.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const docs = new URL("../docs/", import.meta.url);
const page = (text, name) => ({ text, link: `/${name}` });

const planned = [
  {
    text: "Begin",
    items: [
      page("What this is", ""),
      page("From five tabs to a brief", "tutorial"),
      page("The workbench", "workbench"),
      page("How to …", "how-to"),
    ],
  },
  {
    text: "Guides",
    items: [
      page("What is read", "formats"),
      page("Pages and feeds", "fetching"),
      page("Watching a story", "watching"),
      page("What analysts decide", "judgements"),
      page("Other programs", "exchange"),
      page("Assistants", "mcp"),
      page("Service, container, shell", "packaging"),
      page("Running it", "operations"),
      page("What many articles cost", "scale"),
      page("What it withstands", "reliability"),
    ],
  },
  {
    text: "How it works, how well",
    items: [
      page("The stages and their limits", "stages"),
      page("A note on method", "method"),
      page("Reading", "reading"),
      page("Titles, authors, dates", "metadata"),
      page("English", "english"),
      page("Names", "how-names-are-resolved"),
      page("Who copied whom", "lineage"),
      page("Statements", "statements"),
      page("Events, commitments", "events"),
      page("Causes and what-if", "causes"),
      page("How claims are weighed", "how-claims-are-weighed"),
      page("Accuracy", "evals"),
      page("Statements, measured", "statements-measured"),
      page("Speed", "benchmarks"),
    ],
  },
  {
    text: "Reference",
    items: [
      page("Commands", "commands"),
      page("Stage filters", "stage-filters"),
      page("Report JSON", "report-json"),
      page("Report JSON, field by field", "reference/report"),
      page("Server and HTTP", "server"),
      page("HTTP, route by route", "reference/http"),
      page("As a library", "library"),
      page("Library, function by function", "reference/library/"),
      page("Models", "models"),
      page("Glossary", "glossary"),
      page("How the code is laid out", "architecture"),
      page("Decisions", "decisions/"),
    ],
  },
];

const made = /^\/(?:reference\/.*|decisions\/|glossary|architecture)?$/;
const nameOf = ({ link }) => link.slice(1).replace(/(?<=^|\/)$/, "index");
const there = ({ link }) => made.test(link) || existsSync(new URL(`.${link}.md`, docs));
const placed = new Set(planned.flatMap(({ items }) => items.map(nameOf)));
const others = readdirSync(docs)
  .filter((file) => file.endsWith(".md") && !placed.has(file.slice(0, -3)))
  .sort()
  .map((file) => page(/^# (.+)$/m.exec(readFileSync(new URL(file, docs), "utf8"))?.[1] ?? file, file.slice(0, -3)));

export const sidebar = planned.map(({ text, items }) => ({
  text,
  items: [...items.filter(there), ...(text === "Guides" ? others : [])],
}));

/** Names of all pages in the contents. */
export const listed = sidebar.flatMap(({ items }) => items.map(nameOf));
