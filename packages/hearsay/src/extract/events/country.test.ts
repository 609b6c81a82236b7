import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryIn } from "./country.js";

describe("the country of a noun phrase", () => {
  it.each([
    ["a court in Argentina", "ARG"],
    ["the government of Iraq", "IRQ"],
    ["the South Korean finance minister", "KOR"],
    ["the U.S. embassy in Oslo", "USA"],
    ["Britain’s ambassador", "GBR"],
    ["the FBI", "USA"],
    ["the police in Lagos", "NGA"],
    ["a US-backed militia", null],
    ["the turkey on the table", null],
    ["the United Nations", null],
    ["", null],
  ])("%s: %s", (text, code) => {
    expect(countryIn(text)).toBe(code);
  });

  it("takes any text", () => {
    fc.assert(fc.property(fc.string(), (text) => countryIn(text) === null || /^[A-Z]{3}$/.test(countryIn(text)!)));
  });
});
