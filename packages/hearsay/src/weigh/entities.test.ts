import { describe, expect, it } from "vitest";
import type { Annotation, Entity, Judgement } from "../model/index.js";
import { joinEntities } from "./entities.js";
import { normalName } from "./normal-name.js";
import { editDistance } from "./people.js";

const entity = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: "person",
  name,
  aliases: [],
  role: null,
  affiliation: null,
  country: null,
  gender: null,
  anonymous: false,
  ...more,
});

const article = (id: string, ...entities: Entity[]): Annotation => ({
  article: id,
  sentences: [],
  mentions: entities.map((e) => ({ article: id, start: 0, end: 1, form: "name", entity: e.id })),
  entities,
  moments: [],
  amounts: [],
  quotations: [],
});

const joined = (...annotations: Annotation[]) => joinEntities(annotations, []);

describe("joinEntities", () => {
  it("joins a bare surname with the one person who bears it", () => {
    const { entityOf } = joined(
      article("a", entity("a/e1", "Ilse Brandvik", { role: "Energy Minister" })),
      article("b", entity("b/e1", "Brandvik")),
    );
    expect(entityOf["a/e1"]).toBe(entityOf["b/e1"]);
  });

  it("leaves a bare surname alone where two people bear it", () => {
    const { entityOf } = joined(
      article("a", entity("a/e1", "Ilse Brandvik"), entity("a/e2", "Tom Brandvik")),
      article("b", entity("b/e1", "Brandvik")),
    );
    expect(new Set(Object.values(entityOf)).size).toBe(3);
  });

  it("joins spellings of one given name and keeps different people apart", () => {
    const { entityOf } = joined(
      article("a", entity("a/e1", "Massoud Karimi")),
      article("b", entity("b/e1", "Masoud Karimi")),
      article("c", entity("c/e1", "Mira Karimi")),
    );
    expect(entityOf["a/e1"]).toBe(entityOf["b/e1"]);
    expect(entityOf["a/e1"]).not.toBe(entityOf["c/e1"]);
  });

  it.each([
    ["a short form", "Christopher Hale", "Chris Hale"],
    ["a short form that begins otherwise", "William Hale", "Bill Hale"],
    ["a title before the full name", "Agent Peter Hale", "Peter Hale"],
  ])("joins a name with %s", (_, one, other) => {
    const { entityOf } = joined(article("a", entity("a/e1", one)), article("b", entity("b/e1", other)));
    expect(entityOf["a/e1"]).toBe(entityOf["b/e1"]);
  });

  it.each([
    ["an initial", ["John Hale", "James Hale", "J. Hale"], 3],
    ["an initial of one", ["John Hale", "Vera Hale", "J. Hale"], 2],
    ["a short form", ["Edward Hale", "Theodore Hale", "Ted Hale"], 3],
  ])("leaves %s alone where it may stand for two people: %j", (_, names, people) => {
    const { entityOf } = joined(...names.map((name, i) => article(`a${i}`, entity(`a${i}/e1`, name))));
    expect(new Set(Object.values(entityOf)).size).toBe(people);
  });

  it("keeps a man and a woman apart whose names are spelled alike", () => {
    const { entityOf } = joined(
      article("a", entity("a/e1", "Paul Hale", { gender: "m" })),
      article("b", entity("b/e1", "Paula Hale", { gender: "f" })),
    );
    expect(entityOf["a/e1"]).not.toBe(entityOf["b/e1"]);
  });

  it("joins a surname that does not show that it is a person's, but not a company's name", () => {
    const [full, bare] = [entity("a/e1", "Vera Hale"), entity("b/e1", "Hale", { kind: "body" })];
    const known = joined(article("a", full), article("b", bare));
    expect(known.entityOf["a/e1"]).toBe(known.entityOf["b/e1"]);
    const company = joined(article("a", full, entity("a/e2", "Hale Motors", { kind: "body" })), article("b", bare));
    expect(company.entityOf["a/e1"]).not.toBe(company.entityOf["b/e1"]);
  });

  it("joins what one outlet spells the American way and with points to what another does not", () => {
    const { entityOf } = joined(
      article(
        "a",
        entity("a/e1", "Lowmoor Medical Center", { kind: "body" }),
        entity("a/e2", "U.N. Defense Organization", { kind: "body" }),
      ),
      article(
        "b",
        entity("b/e1", "Lowmoor Medical Centre", { kind: "body" }),
        entity("b/e2", "UN Defence Organisation", { kind: "body" }),
      ),
    );
    expect(entityOf["a/e1"]).toBe(entityOf["b/e1"]);
    expect(entityOf["a/e2"]).toBe(entityOf["b/e2"]);
  });

  it("joins states by country, bodies by name or acronym, never unnamed sources", () => {
    const official = { anonymous: true } as const;
    const { entityOf } = joined(
      article(
        "a",
        entity("a/e1", "Iran", { kind: "state", country: "IRN" }),
        entity("a/e2", "Straits News Agency", { kind: "body", aliases: ["SNA"] }),
        entity("a/e3", "a senior official", official),
      ),
      article(
        "b",
        entity("b/e1", "Tehran", { kind: "state", country: "IRN" }),
        entity("b/e2", "SNA", { kind: "body" }),
        entity("b/e3", "a senior official", official),
      ),
    );
    expect(entityOf["a/e1"]).toBe(entityOf["b/e1"]);
    expect(entityOf["a/e2"]).toBe(entityOf["b/e2"]);
    expect(entityOf["a/e3"]).not.toBe(entityOf["b/e3"]);
  });

  it("gives the same in any order", () => {
    const one = article("a", entity("a/e1", "Ilse Brandvik"), entity("a/e2", "Brandvik"));
    const two = article("b", entity("b/e1", "Brandvik"), entity("b/e2", "Mainland Grid", { kind: "body" }));
    expect(joined(one, two)).toEqual(joined(two, one));
  });

  it("obeys a judgement to merge", () => {
    const annotations = [article("a", entity("a/e1", "Ann Lee")), article("b", entity("b/e1", "Anna Smith-Lee"))];
    const before = joinEntities(annotations, []);
    const merge: Judgement = {
      id: "j1",
      kind: "merge",
      subjects: before.entities.map((e) => e.id),
      value: null,
      who: "analyst",
      when: "2029-02-05",
      why: null,
    };
    expect(before.entities).toHaveLength(2);
    expect(joinEntities(annotations, [merge]).entities).toHaveLength(1);
  });
});

describe("names", () => {
  it("compares without case, marks, article and possessive", () => {
    expect(normalName("The Centre’s")).toBe("centre");
    expect(normalName("Śliwińska")).toBe("sliwinska");
  });
  it("counts edits", () => {
    expect(editDistance("binyamin", "benjamin")).toBe(2);
    expect(editDistance("", "abc")).toBe(3);
  });
});
