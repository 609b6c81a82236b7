import { describe, expect, it } from "vitest";
import { readingOf } from "./reading.js";

const names = "Ana Novak, Piotr Vasey, Odile Marchetti, Ines Tolland and Lucia Ferrand";
const ownWords = (text: string): number => readingOf(text).own.reduce((sum, one) => sum + one, 0);

describe("listsIn", () => {
  it("counts the words of a sentence that lists names as nobody's own, like those of a quotation", () => {
    expect(ownWords(`On the ballot are ${names}.`)).toBe(0);
    expect(ownWords(`On the ballot are ${names}. Rain is forecast.`)).toBe(3);
  });
  it("leaves sentences that tell something, or hold names without commas, as they are", () => {
    const told = "Ana Novak of the Harbour Board told Piotr Vasey in Port Tamarin on 4 May that the quay was closed.";
    expect(ownWords(told)).toBe(readingOf(told).form.length);
    const line = "Coast Road North Belmar Lock 12 Tamarin Sluice Gate House";
    expect(ownWords(line)).toBe(readingOf(line).form.length);
    expect(ownWords("")).toBe(0);
  });
});
