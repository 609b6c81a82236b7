// Linked data and annotations: jsonld, claimreview, webannotation; entities: ftm.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderOf, load, packageVersion, pythonsWith } from "../programs.mjs";
import { same } from "./same.mjs";
import { typedAs } from "./typed.mjs";

const json = (path) => JSON.parse(readFileSync(path, "utf8"));

/** A document whose context lies at schema.org has that vocabulary in its place: nothing is fetched. */
const atHome = (path) => {
  const document = json(path);
  return typeof document["@context"] === "string"
    ? { ...document, "@context": { "@vocab": "https://schema.org/" } }
    : document;
};

const rdflib = (format, file, check) => ({
  format,
  reader: "rdflib",
  versions: () => pythonsWith("rdflib").map(({ version }) => version),
  read: async (folder, report, version) => {
    const home = mkdtempSync(join(tmpdir(), "hearsay-rdf-"));
    try {
      writeFileSync(join(home, file), JSON.stringify(atHome(join(folder, file))));
      const found = pythonsWith("rdflib")
        .find((one) => one.version === version)
        .ask(join(home, file), "json-ld");
      check(found, report);
      return `${found.triples} triples`;
    } finally {
      rmSync(home, { recursive: true });
    }
  },
});

const jsonldjs = (format, file) => ({
  format,
  reader: "jsonld.js",
  version: () => packageVersion("jsonld"),
  async read(folder) {
    const { default: jsonld } = await load("jsonld");
    const documentLoader = async (url) => {
      throw new Error(`asks for ${url}`);
    };
    const quads = await jsonld.toRDF(atHome(join(folder, file)), { documentLoader, safe: true });
    return `${quads.length} quads, nothing dropped, nothing fetched`;
  },
});

const schemaOrg = (format, file) => ({
  format,
  reader: "schema-dts (tsc)",
  version: () => packageVersion("schema-dts"),
  read: async (folder) => typedAs(json(join(folder, file))["@graph"]),
});

export const linked = [
  rdflib("jsonld", "story.jsonld", (found, { articles, claims, derivations }) => {
    const from = (cites) =>
      new Set(
        derivations
          .filter(({ kind, source }) => source !== null && (kind === "cites") === cites)
          .map(({ derived, source }) => `${derived} ${source}`),
      ).size;
    same(found.articles, articles.length, "articles");
    same(found.reviews, claims.length, "claims");
    same(found.derived, from(false), "wasDerivedFrom");
    same(found.quoted, from(true), "wasQuotedFrom");
    same(found.texts.join("\0"), [...new Set(articles.map(({ text }) => text))].sort(inCodePoints).join("\0"), "texts");
  }),
  jsonldjs("jsonld", "story.jsonld"),
  schemaOrg("jsonld", "story.jsonld"),
  rdflib("claimreview", "claimreview.jsonld", (found, { claims }) => same(found.reviews, claims.length, "claims")),
  jsonldjs("claimreview", "claimreview.jsonld"),
  schemaOrg("claimreview", "claimreview.jsonld"),
  {
    format: "webannotation",
    reader: "validate-web-annotation",
    version: () => packageVersion("validate-web-annotation"),
    async read(folder) {
      const { default: valid } = await load("validate-web-annotation");
      const { "@context": context, first } = json(join(folder, "annotations.jsonld"));
      const wrong = first.items.filter((item) => !valid({ "@context": context, ...item }));
      same(wrong.length, 0, `refused, the first ${JSON.stringify(wrong[0])}`);
      return `${first.items.length} annotations`;
    },
  },
  {
    format: "webannotation",
    reader: "Apache Annotator",
    version: () => packageVersion("@apache-annotator/selector"),
    async read(folder, report) {
      const { textPositionSelectorMatcher, textQuoteSelectorMatcher } = await load("@apache-annotator/selector");
      const texts = new Map(
        report.articles.map(({ id, text }) => [`urn:hearsay:article:${encodeURIComponent(id)}`, text]),
      );
      let places = 0;
      for (const { scope, selector } of resources(json(join(folder, "annotations.jsonld")))) {
        const [quote, position] = selector;
        const text = texts.get(scope);
        const [at] = await collected(textPositionSelectorMatcher(position)(chunkOf(text)));
        same(text.slice(at.startIndex, at.endIndex), quote.exact, "words at the position");
        const found = await collected(textQuoteSelectorMatcher(quote)(chunkOf(text)));
        same(
          found.some(({ startIndex }) => startIndex === at.startIndex),
          true,
          `“${quote.exact}” re-found`,
        );
        places += 1;
      }
      return `${places} places, each found by quote and by position`;
    },
  },
  {
    format: "ftm",
    reader: "FollowTheMoney",
    version: () => packageVersion("@alephdata/followthemoney"),
    async read(folder) {
      const { Model } = await load("@alephdata/followthemoney");
      const model = new Model(json(join(folderOf("@alephdata/followthemoney"), "dist/defaultModel.json")));
      const data = readFileSync(join(folder, "entities.ftm.json"), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      for (const datum of data) {
        const entity = model.getEntity(datum);
        for (const [name, values] of Object.entries(datum.properties))
          same(entity.getProperty(name).length, values.length, `${datum.schema}.${name}`);
      }
      return `${data.length} entities of ${new Set(data.map(({ schema }) => schema)).size} schemata`;
    },
  },
];

/** As Python sorts texts. */
function inCodePoints(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const resources = ({ first }) =>
  first.items.flatMap(({ target, body }) => [target, body].flat()).filter(({ type }) => type === "SpecificResource");

/** A text in one piece, as Apache Annotator walks through it. */
function chunkOf(data) {
  const chunk = { data };
  return { currentChunk: chunk, nextChunk: () => null, previousChunk: () => null, precedesCurrentChunk: () => false };
}

async function collected(matches) {
  const all = [];
  for await (const match of matches) all.push(match);
  return all;
}
