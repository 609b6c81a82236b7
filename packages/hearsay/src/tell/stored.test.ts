import { expect, test } from "vitest";
import { storedAmong } from "./stored.js";

const records = {
  articles: [{ id: "a1", published: "2031-06-09T08:00:00Z", text: "Ilka Brandes" }],
  claims: [{ support: [{ origin: "src:port authority", speaker: null }] }],
  statements: [{ speaker: { name: "Rosa Quint" }, content: { parts: ["a", { text: "Rosa" }] } }],
};

test("names, days of dates and informants are found wherever they stand", () => {
  const asked = new Set(["Rosa Quint", "2031-06-09", "port authority", "src:port authority", "a"]);
  expect(storedAmong(asked, records)).toEqual(asked);
});

test("what stands in an article's text alone, or only as a part, is in no record", () => {
  expect([...storedAmong(new Set(["Ilka Brandes", "Rosa", "Quint", "2031"]), records)]).toEqual([]);
});
