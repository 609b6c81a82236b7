import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runIn } from "./testing/run.js";

const program = fileURLToPath(new URL("../../bin/hearsay.js", import.meta.url));
let home = "";
const tokens: Record<string, string> = {};
const run = (args: readonly string[], input = "") => runIn(home, new Date().toISOString(), args, input);
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "hearsay-mcp-accounts-"));
  writeFileSync(
    join(home, "quay.txt"),
    "The quay at Rost was closed on Monday, the port said. Three ferries went to Holm.",
  );
  await run(["add", "-s", "quay", join(home, "quay.txt")]);
  for (const [name, role] of Object.entries({ Ada: "admin", Bea: "analyst", Cleo: "reader", Dan: "reader" })) {
    await run(["account", "add", name, "--role", role], "three words in a row\n");
    tokens[name] = (await run(["account", "token", name])).out.trim();
  }
  await run(["account", "restrict", "quay"]);
  for (const [name, role] of [
    ["Bea", "analyst"],
    ["Cleo", "reader"],
  ] as const)
    await run(["account", "role", name, role, "-s", "quay"]);
}, 60_000);
afterAll(() => rmSync(home, { recursive: true }));

interface Told {
  readonly result: { readonly tools: readonly { readonly name: string }[]; readonly structuredContent: unknown };
}

describe("hearsay mcp over HTTP where there are accounts", () => {
  it("lets in by a token of an account, to what it may do in the story, as itself", async () => {
    const env = { ...process.env, HEARSAY_HOME: home, HEARSAY_TOKEN: "" };
    const child = spawn(process.execPath, [program, "mcp", "-s", "quay", "--http", "0", "--write"], { env });
    let said = "";
    for await (const chunk of child.stdout) {
      said += chunk;
      if (/Ctrl-C/.test(said)) break;
    }
    const ask = async (token: string | undefined, method: string, params: object) => {
      const headers = {
        ...{ "content-type": "application/json", accept: "application/json, text/event-stream" },
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      };
      const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
      const answer = await fetch(/http:\S+/.exec(said)![0], { method: "POST", headers, body });
      return { status: answer.status, body: (await answer.json()) as never as Told };
    };
    for (const token of [undefined, "wrong", tokens.Dan]) expect((await ask(token, "tools/list", {})).status).toBe(401);
    const names = async (who: string) =>
      (await ask(tokens[who], "tools/list", {})).body.result.tools.map(({ name }) => name);
    expect(await names("Cleo")).not.toContain("judge");
    expect(await names("Bea")).toContain("judge");
    const given = { name: "judge", arguments: { kind: "note", subjects: ["quay"], value: "asked the port" } };
    const { body } = await ask(tokens.Bea, "tools/call", given);
    expect(body.result.structuredContent).toMatchObject({ recorded: { who: "Bea" } });
    const { out } = await run(["audit", "-s", "quay", "-n", "1", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject([{ who: "Bea", action: "judge" }]);
    child.kill("SIGTERM");
    await once(child, "exit");
  }, 60_000);
});
