import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMmp } from "../exchange/mmp.js";
import { runIn } from "./testing/run.js";

let folder: string;
const texts = {
  "herald.txt":
    "Harbour Herald\n14 March 2031\n\nThe dispute went on for an eighth day on Friday in Port Ansel.\n\nRising fuel prices could trigger a strike by the lorry drivers, union chairwoman Greta Lindqvist said.\n\nThe strike by the lorry drivers would jeopardise the grain harvest, according to the chamber of farmers.",
  "courier.txt":
    "The Ansel Courier\n15 March 2031\n\nThe dispute reached the capital on Saturday, where ministers met for three hours.\n\nHigher fuel prices triggered a strike by the lorry drivers in two towns, and nobody could say for how long it would last.",
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-whatif-"));
  mkdirSync(join(folder, "fuel"));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, "fuel", name), text);
  await hearsay("add", join(folder, "fuel"));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const hearsay = (...args: readonly string[]) => runIn(join(folder, "home"), "2031-03-16T08:00:00Z", args);

const json = async <T>(...args: readonly string[]) => JSON.parse((await hearsay(...args, "--format", "json")).out) as T;

describe("hearsay causes, as a map", () => {
  it("is found by every report of an arrow", async () => {
    for (const filter of [
      ["--article", "herald"],
      ["--article", "courier"],
      ["--grep", "Higher"],
      ["--grep", "Rising"],
      ["--grep", "two towns|lorry drivers"],
    ])
      expect(await json<unknown[]>("causes", "--map", ...filter), filter.join(" ")).not.toEqual([]);
    expect(await json<unknown[]>("causes", "--map", "--grep", "zebras")).toEqual([]);
  });

  it("tells sides, indirect effects and rings", async () => {
    const indirect = await json<{ sign: string; ways: string[] }[]>("causes", "--indirect");
    expect(indirect).toMatchObject([
      { sign: "−", ways: [expect.stringMatching(/prices —\+→ .*strike.* —−→ the grain/)] },
    ]);
    const sides = await json<{ kind: string; seenBy: string[]; silent: string[] }[]>("causes", "--sides");
    expect(sides.map(({ kind }) => kind).sort()).toEqual(["alone", "shared"]);
    expect(await json<unknown[]>("causes", "--sides", "--type", "disputed")).toEqual([]);
    expect(await json<unknown[]>("causes", "--rings")).toEqual([]);
  });

  it("joins and parts concepts as judged, whatever is made anew", async () => {
    const concepts = () =>
      json<{ id: string; concept: string; wordingId: string; why: string }[]>("causes", "--concepts");
    const count = async () => new Set((await concepts()).map(({ id }) => id)).size;
    const before = await concepts();
    const prices = before.filter(({ concept }) => concept.includes("prices"));
    expect([await count(), new Set(prices.map(({ wordingId }) => wordingId)).size]).toEqual([3, 2]);
    const harvest = before.find(({ concept }) => concept.includes("harvest"))!;
    const merged = await hearsay("judge", "merge", harvest.id, prices[0]!.wordingId);
    expect(merged.err).toBe("");
    expect(await count()).toBe(2);
    expect((await concepts()).some(({ why }) => why === "an analyst's judgement")).toBe(true);
    await hearsay("rebuild");
    expect(await count()).toBe(2);
    expect((await json<{ judgements: unknown[] }>("report")).judgements).toMatchObject([
      { kind: "merge", subjects: [harvest.id, prices[0]!.wordingId] },
    ]);
    await hearsay("judge", "split", harvest.id, prices[0]!.wordingId);
    expect((await concepts()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const parted = await hearsay("judge", "split", prices[1]!.wordingId, "--why", "another fuel");
    expect([parted.err, await count()]).toEqual(["", 4]);
    await hearsay("judge", "undo", /judgement-\w+/.exec(parted.out)![0]);
    expect(await count()).toBe(3);
    for (const [args, message] of [
      [["merge", "concept-000000000000", harvest.id], /no concept "concept-000000000000"/],
      [["merge", harvest.id, harvest.id], /different things/],
      [["split", harvest.id, "herald"], /split takes/],
    ] as const)
      expect((await hearsay("judge", ...args)).err).toMatch(message);
  }, 60_000);
});

describe("hearsay whatif", () => {
  it("lists what can be set, and the arrows with their voices", async () => {
    const { out } = await hearsay("whatif", "--format", "json");
    const concepts = JSON.parse(out) as { concept: string; kind: string }[];
    expect(concepts.map(({ kind }) => kind).sort()).toEqual(["ordinary", "receiver", "transmitter"]);
    const arrows = JSON.parse((await hearsay("causes", "--map", "--format", "json")).out) as { voices: number }[];
    expect(arrows.map(({ voices }) => voices).sort()).toEqual([1, 2]);
  });

  it("says what follows, through which arrows, in whose words, and that it is no forecast", async () => {
    const { status, out } = await hearsay("whatif", "--set", "fuel prices=1");
    expect(status).toBe(0);
    expect(out).toMatch(/If “(?:Rising|Higher) fuel prices” is so, or more \(1\)/);
    expect(out).toMatch(/▼ −0\.\d\d +the grain harvest .*\[\d\]\[\d\]/);
    expect(out.replace(/\s+/g, " ")).toMatch(
      /Greta Lindqvist, in .*\(hedged\): “Rising fuel prices could trigger a strike/,
    );
    expect(out.replace(/\s+/g, " ")).toContain("9 in 10: where the change lies when the voices are drawn anew");
    expect(out.replace(/\s+/g, " ")).toContain("not what will happen. The map came to rest after");
  });

  it("turns with the words, and gives programs the same", async () => {
    const changes = async (set: string) =>
      (JSON.parse((await hearsay("whatif", "--set", set, "--format", "json")).out).implied as { change: number }[]).map(
        ({ change }) => change,
      );
    const up = await changes("rising fuel prices=1");
    expect(up.length).toBe(2);
    expect(await changes("falling fuel prices=1")).toEqual(up.map((change) => -change));
    const csv = await hearsay("whatif", "--set", "fuel prices=1", "--once", "--transfer", "sigmoid", "--format", "csv");
    expect(csv.out.split("\n")[0]).toBe("id,concept,change,low,high,sameWay,ambiguous,through,says,deniedBy,causes");
  });

  it("hears only those it is told to", async () => {
    const { out } = await hearsay("whatif", "--set", "fuel prices=1", "--by", "Lindqvist", "--format", "json");
    expect(JSON.parse(out).implied.length).toBe(1);
  });

  it("refuses what makes no sense, with what there is", async () => {
    for (const [args, message] of [
      [["--set", "grain exports=1"], /Nearest:\n.*grain harvest/],
      [["--set", "zebras=1"], /Nothing in the map is called "zebras"/],
      [["--set", "fuel prices"], /sets nothing/],
      [["--set", "fuel prices=7"], /sets nothing/],
      [["--set", "fuel prices=1", "--set", "falling fuel prices=1"], /set twice/],
      [["--set", "fuel prices=1", "--rule", "magic"], /no rule "magic": use kosko/],
      [["--set", "fuel prices=1", "--transfer", "magic"], /no transfer function/],
      [["--set", "fuel prices=1", "--lambda", "x"], /lambda/],
      [["--write", join(folder, "map.exe")], /written as mmp, json/],
      [["--write", join(folder, "none", "map.mmp")], /cannot be written/],
    ] as const) {
      const { status, err } = await hearsay("whatif", ...args);
      expect([status > 0, err]).toEqual([true, expect.stringMatching(message)]);
    }
  });

  it("writes the map in every form", async () => {
    for (const form of ["mmp", "json", "csv", "graphml", "svg"]) {
      const path = join(folder, `map.${form}`);
      expect((await hearsay("whatif", "--write", path)).status).toBe(0);
      const text = readFileSync(path, "utf8");
      expect(text, form).toContain("the grain harvest");
      if (form === "mmp" || form === "json") expect(readMmp(text).concepts.length).toBe(3);
    }
  });
});
