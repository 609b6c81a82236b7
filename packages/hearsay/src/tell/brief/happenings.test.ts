import { expect, test } from "vitest";
import { done } from "./happenings.js";

test("what was done is told by the report's own verb, where that says it better", () => {
  expect(done("SUPPORT", "signed")).toBe("signed");
  expect(done("RETREAT", "freed")).toBe("released");
  expect(done("RETREAT", "reopened")).toBe("opened");
  expect(done("AGREE", "agreed")).toBe("agreed");
});

test("an attack that was opened is an attack, and what is frozen is not released", () => {
  expect(done("ASSAULT", "opened fire")).toBe("attacked");
  expect(done("ASSAULT", "opened")).toBe("attacked");
  expect(done("SANCTION", "freeze")).toBe("cut relations or punished");
  expect(done("CONSULT", "freezing")).toBe("met or talked");
});
