import { describe, expect, it } from "vitest";
import { authorsOf, isDesk, looksLikePerson, tidy } from "./names.js";

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
    ["By Lena Ortiz, RDN, FAND and Per Holm", ["Lena Ortiz, RDN, FAND", "Per Holm"]],
    ["By Ana Novak, NPA", ["Ana Novak"]],
    ["By Ana Novak (NPA)", ["Ana Novak"]],
    ["By Ana (Nuca) Novak", ["Ana (Nuca) Novak"]],
    ["By Ana Novak, Transport and Harbour Expert & Per Holm, Editor", ["Ana Novak", "Per Holm"]],
    ["By Ana Novak Last Updated", ["Ana Novak"]],
    ["Interview by Ana Novak Former Deputy Tech Editor", ["Ana Novak"]],
    ["By Staff and agencies", ["Staff and agencies"]],
    ["Ana and Per", ["Ana and Per"]],
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
    "Omar al-Tilleni",
    "Ana Novak, MD, FAND",
    "Ana Novak (Ferry Post)",
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
    "Women's Harbour Watch",
    "Print Article",
  ])("does not take %s for one", (name) => {
    expect(looksLikePerson(name)).toBe(false);
  });
});

describe("isDesk", () => {
  it.each(["The Ferry Team", "News Desk", "Team Harbour", "Ferry Post Staff"])("takes %s for one", (text) => {
    expect(isDesk(text)).toBe(true);
  });
  it.each(["Ana Novak", "meet the team", "Join the whole wonderful new ferry team"])(
    "does not take %s for one",
    (text) => {
      expect(isDesk(text)).toBe(false);
    },
  );
});

describe("tidy", () => {
  it.each([
    ["By Ana Novak", "Ana Novak"],
    ["Ana Novak, Senior Reporter", "Ana Novak"],
    ["Ana Novak Reporter", "Ana Novak"],
    ["Ana-Lena O’Brien Journalist", "Ana-Lena O’Brien"],
    ["Novak Reporter", "Novak Reporter"],
    ["ana novak Reporter", "ana novak Reporter"],
    ["ANA NOVAK", "Ana Novak"],
  ])("reads %s", (given, name) => {
    expect(tidy(given)).toBe(name);
  });

  it.each(["(", ",", "- ", " AB", ", senior"])("takes no time for a name made of %j", (part) => {
    const long = `Ana${part.repeat(300_000 / part.length)}.x`;
    expect(tidy(long).length).toBeLessThanOrEqual(400);
    expect(looksLikePerson(long)).toBe(false);
  });
});
