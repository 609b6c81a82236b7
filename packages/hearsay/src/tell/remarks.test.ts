import { describe, expect, it } from "vitest";
import { plainArticle, type Speaker } from "../model/index.js";
import { remarks } from "./remarks.js";
import type { ReportArticle, ReportDerivation, ReportStatement } from "./report.js";

const berg: Speaker = {
  entity: "entity-berg",
  name: "Anna Berg",
  role: "harbour master",
  affiliation: null,
  anonymous: false,
  collective: false,
  description: "harbour master Anna Berg",
};
const pilot: Speaker = {
  ...berg,
  entity: "A/e2",
  name: null,
  role: "a pilot",
  anonymous: true,
  description: "a pilot",
};

function statement(article: string, text: string, more: Partial<ReportStatement> = {}): ReportStatement {
  const nothing = { text: "", parts: [] };
  return {
    id: `st-${article}-${text.length}`,
    article,
    speaker: berg,
    source: nothing,
    cue: nothing,
    content: { text, parts: [{ article, start: 0, end: text.length, text }] },
    kind: "direct",
    act: "speech",
    addressee: null,
    venue: null,
    when: null,
    negated: false,
    hedged: false,
    score: 0.9,
    ...more,
  };
}

function read(statements: readonly ReportStatement[], derivations: readonly Partial<ReportDerivation>[] = []) {
  const ids = [...new Set(statements.map((s) => s.article))];
  const articles = ids.map((id): ReportArticle => {
    const text = statements
      .filter((s) => s.article === id)
      .map((s) => s.content.text)
      .join(" ");
    return { ...plainArticle({ id, text }), label: id, origin: null };
  });
  return remarks({ statements, articles, derivations: derivations as readonly ReportDerivation[] });
}

const wordings = (statements: readonly ReportStatement[], derivations?: readonly Partial<ReportDerivation>[]) =>
  read(statements, derivations).map((r) => r.reports.map((one) => `${one.article} ${one.wording}`));

const whole = "The north pier will stay closed until every beam has been tested twice";

describe("remarks", () => {
  it("joins one speaker's quotation across outlets and tells a shortened one", () => {
    const cut = statement("B", "The north pier will stay closed until every beam has been tested");
    expect(wordings([statement("A", whole), cut])).toEqual([["A fullest", "B shortened"]]);
  });

  it("knows whether dots mark what was left out", () => {
    const [remark] = read([
      statement("A", whole),
      statement("B", "The north pier will stay closed … until every beam has been tested"),
      statement("C", "The north pier will stay closed until every beam has been tested"),
    ]);
    expect(remark!.reports.map((r) => r.marked)).toEqual([false, true, false]);
  });

  it("flags a quotation whose words differ, with the words", () => {
    const [remark] = read([statement("A", whole), statement("B", whole.replace("closed", "open"))]);
    expect(remark!.reports[1]).toMatchObject({ wording: "changed" });
    expect(remark!.reports[1]!.differences.filter((d) => d.kind !== "kept")).toEqual([
      { kind: "dropped", text: "closed" },
      { kind: "added", text: "open" },
    ]);
  });

  it("calls it retold where there are no quotation marks", () => {
    const told = statement("B", "the north pier would stay closed until every beam had been tested twice", {
      kind: "indirect",
    });
    expect(wordings([statement("A", whole), told])).toEqual([["A fullest", "B retold"]]);
  });

  it("does not miss words that stand in another statement of the article", () => {
    const half = statement("B", "The north pier will stay closed until");
    const rest = statement("B", "every beam has been tested twice");
    expect(wordings([statement("A", whole), half, rest])).toEqual([["A fullest", "B same"]]);
  });

  it("does not join two speakers, or an unnamed source across strangers", () => {
    const other = statement("B", whole, { speaker: { ...berg, entity: "entity-holt", name: "Ida Holt" } });
    expect(read([statement("A", whole), other])).toEqual([]);
    expect(read([statement("A", whole, { speaker: pilot }), statement("B", whole, { speaker: pilot })])).toEqual([]);
  });

  it("joins an unnamed source where one article comes from the other, and says how", () => {
    const derivation = { source: "A", derived: "B", kind: "translation" } as const;
    const found = read(
      [
        statement("A", whole, { speaker: pilot }),
        statement("B", "The northern pier stays closed until every beam has been tested two times", { speaker: pilot }),
      ],
      [derivation],
    );
    expect(found[0]!.reports[1]).toMatchObject({ wording: "changed", through: "translation" });
  });

  it("takes other figures or another day for another remark", () => {
    const toll = (article: string, n: string) =>
      statement(article, `The storm has killed ${n} people in Norrhaven`, { kind: "indirect" });
    expect(read([toll("A", "3"), toll("B", "7")])).toEqual([]);
    const on = (day: string) => ({ when: { earliest: day, latest: day } });
    expect(read([statement("A", whole, on("2031-01-01")), statement("B", whole, on("2031-02-01"))])).toEqual([]);
  });

  it("gives the same for any order of the statements", () => {
    const all = [statement("A", whole), statement("B", whole.replace("twice", "once")), statement("C", whole)];
    const ids = (list: readonly ReportStatement[]) => read(list).map((r) => r.reports.map((x) => x.statement).sort());
    expect(ids(all)).toEqual(ids([all[2]!, all[0]!, all[1]!]));
  });
});
