// Reference made from the code: the HTTP interface from its contract, the report from its schema, the library from its docstrings.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const cell = (text) =>
  String(text ?? "")
    .replaceAll("\n", " ")
    .replaceAll("|", "\\|")
    .replaceAll("<", "\\<");

/** Every route: what it is for, what it is asked with, what it answers. */
export function httpPage(openApi) {
  const sections = Object.entries(openApi.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => routeSection(method.toUpperCase(), path, operation)),
  );
  const intro = `# HTTP, route by route\n\nMade from the interface's own description (\`/api/v1/openapi.json\` of a running \`hearsay serve\`). ${openApi.info.description} How to sign in and what all answers have in common: [Server and HTTP](../server.md).`;
  return `${[intro, ...sections].join("\n\n")}\n`;
}

function routeSection(method, path, { summary, description, parameters = [], responses = {}, requestBody }) {
  const rows = parameters.map(
    ({ name, in: place, required, description, schema }) =>
      `| \`${name}\` | ${place} | ${typeOf(schema)}${required ? ", needed" : ""} | ${cell(description ?? schema?.description)} |`,
  );
  const table = rows.length > 0 ? ["| | in | | |\n|---|---|---|---|", ...rows].join("\n") : "";
  const body =
    requestBody === undefined
      ? ""
      : `Body: ${Object.keys(requestBody.content)
          .map((type) => `\`${type}\``)
          .join(", ")}.`;
  const answers = Object.entries(responses)
    .map(([status, { description }]) => `\`${status}\` ${cell(description)}`)
    .join(" · ");
  return [`## ${method} ${path}`, cell(summary), cell(description), table, body, answers && `Answers: ${answers}`]
    .filter(Boolean)
    .join("\n\n");
}

function typeOf(schema = {}) {
  if (schema.enum !== undefined) return schema.enum.map((one) => `\`${one}\``).join(", ");
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.$ref !== undefined)
    return `[${schema.$ref.split("/").at(-1)}](#${schema.$ref.split("/").at(-1).toLowerCase()})`;
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.type === "array") return `list of ${typeOf(schema.items)}`;
  return cell([schema.type ?? "anything"].flat().join(" or "));
}

/** Every record of `hearsay report --format json`, field by field. */
export function reportPage(schema) {
  const records = [["Report", schema], ...Object.entries(schema.$defs ?? schema.definitions ?? {})];
  const sections = records
    .filter(([, { properties }]) => properties !== undefined)
    .map(([name, { description, properties, required = [] }]) => {
      const rows = Object.entries(properties).map(
        ([field, one]) =>
          `| \`${field}\` | ${typeOf(one)}${required.includes(field) ? "" : ", may be absent"} | ${cell(one.description)} |`,
      );
      return `## ${name}\n\n${description ? `${cell(description)}\n\n` : ""}| field | is | |\n|---|---|---|\n${rows.join("\n")}`;
    });
  return `# Report JSON, field by field\n\nMade from the schema (\`packages/hearsay/schema/report.schema.json\`). What it is for and how to read it: [Report JSON](../report-json.md).\n\n${sections.join("\n\n")}\n`;
}

/** Writes a page for each function and type of the library into a folder, from docstrings. */
export function libraryPages(manual, root, folder) {
  const entries = ["src/index.ts", "src/exchange/index.ts", "src/client/index.ts"].flatMap((file) => [
    "--entryPoints",
    join(root, "packages/hearsay", file),
  ]);
  const quiet = [
    "--skipErrorChecking",
    "--logLevel",
    "Error",
    "--disableGit",
    "--readme",
    "none",
    "--name",
    "Library, function by function",
    "--hideGenerator",
    "--excludeExternals",
  ];
  const look = [
    "--plugin",
    "typedoc-plugin-markdown",
    "--entryFileName",
    "index",
    "--hidePageHeader",
    "--hideBreadcrumbs",
    "--disableSources",
    "--useCodeBlocks",
    "--parametersFormat",
    "table",
    "--sanitizeComments",
  ];
  execFileSync(
    process.execPath,
    [
      join(manual, "node_modules/typedoc/bin/typedoc"),
      ...entries,
      "--tsconfig",
      join(root, "packages/hearsay/tsconfig.json"),
      ...quiet,
      ...look,
      "--out",
      folder,
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  for (const file of ["index.md", ...["index", "exchange", "client"].map((name) => `${name}/index.md`)])
    writeFileSync(join(folder, file), named(readFileSync(join(folder, file), "utf8")));
}

/** TypeDoc calls a module by its file; a reader knows it by what is imported. */
export function named(page) {
  const names = { index: "hearsay", exchange: "hearsay/exchange", client: "hearsay/client" };
  return page
    .replace(/^# (index|exchange|client)$/m, (_, name) => `# ${names[name]}`)
    .replace(/^- \[(index|exchange|client)\]/gm, (_, name) => `- [${names[name]}]`);
}

/** The list of decisions, with each one's first line. */
export function decisionsPage(folder, files) {
  const lines = files.map(
    (file) => `- [${readFileSync(join(folder, file), "utf8").split("\n")[0].replace(/^# /, "")}](${file})`,
  );
  return `# Decisions\n\nWhat was decided, when it could have been decided otherwise, and why.\n\n${lines.join("\n")}\n`;
}
