import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { main } from "./main.js";
import { makeProgram } from "./program.js";

async function printed(...args: readonly string[]) {
  let [out, err] = ["", ""];
  const io = {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    env: {},
    now: () => "2031-01-01T00:00:00.000Z",
  };
  const status = await main(args, io);
  return { status, out, err, names: makeProgram(io, () => {}).commands.map((command) => command.name()) };
}

describe("hearsay completion", () => {
  for (const shell of ["bash", "zsh", "fish", "man"])
    it(`knows every command in ${shell}`, async () => {
      const { status, out, names } = await printed("completion", shell);
      expect(status).toBe(0);
      for (const name of names) expect(out).toMatch(new RegExp(`\\b${name}\\b`));
    });

  it("gives bash a script that it runs and that completes", async () => {
    const { out } = await printed("completion", "bash");
    const complete = (line: string, at: number) => {
      const script = `${out}\nCOMP_WORDS=(${line}); COMP_CWORD=${at}; _hearsay; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
      expect(stderr).toBe("");
      return stdout.trim().split("\n").sort();
    };
    expect(complete("hearsay expo", 1)).toEqual(["export"]);
    expect(complete("hearsay export --gr", 2)).toEqual(["--graph", "--grep"]);
  });

  it("gives bash names with spaces and stars whole", async () => {
    const { out } = await printed("completion", "bash");
    const folder = mkdtempSync(join(tmpdir(), "hearsay-completion-"));
    for (const name of ["a b.txt", "a *.txt"]) writeFileSync(join(folder, name), "");
    const script = `${out}\nCOMP_WORDS=(hearsay add a); COMP_CWORD=2; _hearsay; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync("bash", ["-c", script], { encoding: "utf8", cwd: folder });
    rmSync(folder, { recursive: true });
    expect(stdout.trim().split("\n").sort()).toEqual(["a *.txt", "a b.txt"]);
  });

  it("gives zsh a function that completes also when it is loaded by being called", async () => {
    const { out } = await printed("completion", "zsh");
    expect(out).toMatch(/^#compdef hearsay\n/);
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/^if \[ "\$funcstack\[1\]" = _hearsay \]; then _hearsay "\$@";/);
  });

  it("gives a manual page in plain ASCII, every line of it roff or text", async () => {
    const { out } = await printed("completion", "man");
    expect(out).toMatch(/^[\n -~]+$/);
    for (const [request] of out.matchAll(/^[.'].*$/gm)) expect(request).toMatch(/^\.(?:\\"|TH|SH|SS|TP|B|I)(?: |$)/);
  });

  it("says which shells there are", async () => {
    expect(await printed("completion", "tcsh")).toMatchObject({
      status: 2,
      err: expect.stringMatching(/bash, zsh, fish/),
    });
  });
});
