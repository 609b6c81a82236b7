// Whole stories of spoilt articles: added by the command line, then everything that it writes of them.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Broken, csvIsDead, isJson, pageIsDead, terminalIsSafe } from "./checks.mjs";
import { dist } from "./places.mjs";
import { pages, scrapes, texts } from "./samples.mjs";
import { spoilText } from "./spoil.mjs";

const attack = `<script>alert(1)</script><img src=x onerror=alert(2)>"'=cmd|x\u202e\u0007`;
const tables = "articles claims statements events timeline commitments figures causes lineage actors positions".split(
  " ",
);
const exports = "csv ndjson parquet jsonld webannotation gexf graphml stix ftm plover mmp claimreview".split(" ");

export async function makeStory(folder) {
  const { main } = await dist("cli/main.js");
  const make = (chance) => ({
    files: Array.from({ length: 1 + chance.below(3) }, (_, i) => {
      const isPage = chance.is(0.5);
      const text = spoilText(chance, chance.of(isPage ? pages : scrapes), texts).slice(0, 60_000);
      // Script in every field that an article has.
      const hostile = chance.is(0.5)
        ? text.replace(/(?<=[>\n. ])(?=[A-Z])/g, () => (chance.is(0.04) ? `${attack} ` : ""))
        : text;
      return { name: `${i}.${isPage ? "html" : "txt"}`, bytes: Buffer.from(hostile) };
    }),
    table: chance.of(tables),
    format: chance.of(["table", "json", "csv", "ndjson"]),
    as: chance.of(exports),
    report: chance.of(["md", "html", "json", "docx", "pdf"]),
  });
  const run = async ({ files, table, format, as, report }) => {
    mkdirSync(folder, { recursive: true });
    const home = mkdtempSync(join(folder, "story-"));
    const hearsay = async (...args) => {
      let [out, err] = ["", ""];
      const io = {
        stdin: Readable.from([]),
        stdout: { write: (text) => (out += text) },
        stderr: { write: (text) => (err += text) },
        env: { HEARSAY_HOME: home },
        now: () => "2031-03-20T08:00:00Z",
      };
      const status = await main(args, io);
      if (/fault of Hearsay|\.failed\]/.test(err)) throw new Broken("a fault", err);
      terminalIsSafe(err);
      if (status === 2) throw new Broken(`wrong usage: ${args.join(" ")}`, err);
      return out;
    };
    try {
      for (const { name, bytes } of files) writeFileSync(join(home, name), bytes);
      await hearsay("add", ...files.map(({ name }) => join(home, name)));
      const rows = await hearsay(table, "--format", format);
      if (format === "csv") csvIsDead(rows);
      else terminalIsSafe(rows);
      if (format === "json") isJson(rows);
      const page = join(home, `report.${report}`);
      await hearsay("report", "-o", page);
      if (report === "html") pageIsDead(readFileSync(page, "utf8"));
      if (report === "json") noneBroken(isJson(readFileSync(page, "utf8")));
      await hearsay("export", "--as", as, "-o", join(home, "out"));
      // Of a story without an article there is nothing to export.
      const out = join(home, "out");
      if (as === "csv" && existsSync(out))
        for (const file of readdirSync(out)) csvIsDead(readFileSync(join(out, file), "utf8"));
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  };
  return { make, run };
}

/** A report says itself where a quotation is not found again. */
function noneBroken({ diagnostics }) {
  const wrong = diagnostics.find(({ stage, severity }) => stage === "tell" && severity === "error");
  if (wrong !== undefined) throw new Broken(wrong.code, wrong.message);
}
