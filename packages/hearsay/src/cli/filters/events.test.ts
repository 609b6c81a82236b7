import { expect, test } from "vitest";
import { filter } from "./events.js";

test("what somebody yields is one type, and says which of today's two it is", async () => {
  const { run } = filter as Extract<typeof filter, { kind: "line" }>;
  const typed = (text: string) => {
    const { events } = run({ id: "1", text, date: "2031-03-14" }) as { events: Record<string, unknown>[] };
    return events.map(({ type, form }) => [type, form]);
  };
  expect(typed("Israel released forty prisoners to Egypt on Friday.")).toContainEqual(["YIELD", "RETREAT"]);
  expect(typed("French police arrested two Spanish fishermen in Brest on Friday.")).toEqual([["COERCE", undefined]]);
});
