import { expect, test } from "vitest";
import { verdictOf } from "./verdict.js";

const standing = { origins: 1, revised: false, rivals: [] as number[], firmer: false };

test("a later value replaces an earlier one, and settles no dispute about it", () => {
  expect(verdictOf({ ...standing, revised: true })).toBe("revised");
  expect(verdictOf({ ...standing, revised: true, rivals: [1] })).toBe("contradicted");
  expect(verdictOf({ ...standing, revised: true, origins: 2, rivals: [1], firmer: true })).toBe("corroborated");
});

test("two origins outweigh somebody's word if one reports in its own name", () => {
  expect(verdictOf({ ...standing, origins: 2, rivals: [1] })).toBe("contradicted");
  expect(verdictOf({ ...standing, origins: 2, rivals: [1], firmer: true })).toBe("corroborated");
  expect(verdictOf({ ...standing, origins: 3, rivals: [2] })).toBe("contradicted");
});
