import { describe, expect, it } from "vitest";
import { authorsOf, looksLikePerson } from "./names.js";

describe("authorsOf", () => {
  it.each([
    ["By Ana Novak", ["Ana Novak"]],
    ["By Ana Novak and Tomasz Wielicki", ["Ana Novak", "Tomasz Wielicki"]],
    ["By Ana Novak, Tomasz Wielicki and Per Holm", ["Ana Novak", "Tomasz Wielicki", "Per Holm"]],
    ["Written by: Ana Novak, Senior Correspondent", ["Ana Novak"]],
    ["BY ANA NOVAK", ["Ana Novak"]],
    ["Von Jürgen Möller-Ott", ["Jürgen Möller-Ott"]],
    ["Ana Novak | Ferry Post", ["Ana Novak"]],
    ["By Keith Barlow Senior Transport Reporter", ["Keith Barlow"]],
    ["By Lena Ortiz, MD, PhD", ["Lena Ortiz, MD, PhD"]],
    ["By Staff and agencies", ["Staff"]],
    ["", []],
  ])("reads %s", (line, names) => {
    expect(authorsOf(line)).toEqual(names);
  });
});

describe("looksLikePerson", () => {
  it.each([
    "Ana Novak",
    "R. Lind",
    "Ludwig van der Berg",
    "María de los Ángeles Ruiz",
    "Conor O’Brien",
    "Dr. Ada Obi",
    "Fuad al-Rashidi",
  ])("takes %s for a person", (name) => {
    expect(looksLikePerson(name)).toBe(true);
  });
  it.each([
    "Staff Reporter",
    "World News",
    "Editorial Team",
    "HOME NEWS",
    "ana novak",
    "Ferry",
    "The Ferry Post",
    "Read More Here",
    "Harbour Foundation Ltd",
  ])("does not take %s for one", (name) => {
    expect(looksLikePerson(name)).toBe(false);
  });
});
