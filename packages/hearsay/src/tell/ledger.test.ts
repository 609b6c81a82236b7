import { describe, expect, it } from "vitest";
import type { CommitmentStatus } from "../model/index.js";
import { ledgerOf } from "./ledger.js";
import type { ReportCommitment } from "./report.js";

function step(id: string, status: CommitmentStatus, by: string | null, to: string | null, object: string, day = "01") {
  const quote = { article: `a-${id}`, start: 0, end: object.length, text: object };
  const when = { earliest: `2033-05-${day}`, latest: `2033-05-${day}` };
  const rest = { condition: null, statement: null, score: 0.8 };
  return { id, article: quote.article, span: quote, status, by, to, object: quote, when, ...rest } as ReportCommitment;
}

const linesOf = (...commitments: ReportCommitment[]) =>
  ledgerOf(
    { commitments, derivations: [], articles: [] },
    (called) => called ?? "",
    () => true,
  ).map(({ steps, open }) => `${steps.map(({ at }) => at.id).join(" ")} ${open ? "open" : "settled"}`);

describe("what became of a commitment", () => {
  it("follows a request to its answer, whoever acts, in the order of time", () => {
    expect(
      linesOf(
        step("2", "refused", "Peru", null, "the sale of radar", "09"),
        step("1", "requested", "Chile", "Peru", "four radar stations"),
      ),
    ).toEqual(["1 2 settled"]);
  });

  it("keeps the treaty apart from arms of the same parties, and what each gave the other", () => {
    expect(
      linesOf(
        step("1", "signed", "Peru", "Chile", "a partnership treaty"),
        step("2", "delivered", "Peru", "Chile", "forty drones"),
        step("3", "delivered", "Chile", "Peru", "missiles and drones"),
      ),
    ).toEqual(["1 open", "2 settled", "3 settled"]);
  });

  it("takes other words for a truce, and not the word weapons in it, as its object", () => {
    expect(
      linesOf(
        step("1", "announced", "Peru", "Chile", "a 72-hour ceasefire"),
        step("2", "broken", "Chile", "Peru", "the weapons rest", "03"),
        step("3", "requested", "Peru", "Chile", "weapons"),
      ),
    ).toEqual(["1 2 settled", "3 open"]);
  });

  it("leaves parties and days out of what two steps share, and needs a party", () => {
    expect(
      linesOf(
        step("1", "promised", "Peru", "Chile", "grain for Chile by Monday"),
        step("2", "promised", "Peru", "Chile", "engineers for Chile by Monday"),
        step("3", "promised", null, null, "grain"),
      ),
    ).toEqual(["1 open", "2 open", "3 open"]);
  });

  it("takes a truce that two tell of in other words as announced once", () =>
    expect(
      linesOf(
        step("1", "announced", "Peru", "Chile", "a 72-hour ceasefire"),
        step("2", "announced", "Peru", "Chile", "a weapons rest of three days"),
      ),
    ).toEqual(["1 open"]));

  it('takes an envoy for whom he speaks, and "said no" for the answer to the offer told before', () => {
    const offer = step("1", "offered", "Chile’s envoy", null, "to host talks");
    const no = { ...step("2", "refused", "Peru", null, "", "02"), article: offer.article, object: null };
    const span = { ...offer.span, start: 40, end: 60 };
    expect(linesOf(offer, { ...no, span })).toEqual(["1 2 settled"]);
    expect(linesOf(offer, { ...no, span: { ...span, start: 900, end: 920 } })).toEqual(["1 open", "2 settled"]);
  });

  it("follows an offer of talks to its refusal, which names the one who made it", () => {
    expect(
      linesOf(
        step("1", "offered", "Chile", null, "to host talks"),
        step("2", "refused", "Peru", "Chile", "the offer of mediation made by Chile", "02"),
      ),
    ).toEqual(["1 2 settled"]);
  });

  it("keeps treaties on one thing apart from those on others", () =>
    expect(
      linesOf(
        step("1", "signed", "Peru", "Chile", "a treaty on fishing", "01"),
        step("2", "signed", "Peru", "Chile", "a treaty on extradition", "02"),
        step("3", "refused", "Peru", "Chile", "an accord on visas", "03"),
      ),
    ).toEqual(["1 open", "2 open", "3 settled"]));

  it("does not answer what one gave with what the other denies to give", () =>
    expect(
      linesOf(
        step("1", "delivered", "Peru", "Chile", "combat drones", "01"),
        step("2", "denied", "Chile", null, "an offer of drones", "02"),
      ),
    ).toEqual(["1 settled", "2 settled"]));

  it("tells a refusal once, whoever tells of it, unless the days differ", () => {
    const again = { ...step("3", "refused", "Peru", "Chile", "radar for the coast"), when: null };
    expect(
      linesOf(
        step("1", "requested", "Chile", "Peru", "radar", "01"),
        step("2", "refused", "Peru", null, "the radar", "02"),
        again,
        step("4", "refused", "Peru", null, "the radar sale", "09"),
      ),
    ).toEqual(["1 2 4 settled"]);
  });

  it("joins thousands of steps in no time", () => {
    const many = Array.from({ length: 4000 }, (_, i) =>
      step(`s${i}`, "offered", "Peru", "Chile", `grain for matter${i}`),
    );
    const start = performance.now();
    expect(linesOf(...many)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
