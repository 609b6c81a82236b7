import { parse } from "@hearsay/english";
import { describe, expect, it } from "vitest";
import { type Article, type Entity, plainArticle } from "../model/index.js";
import { findMentions } from "./mentions.js";

function article(text: string): Article {
  return plainArticle({ id: "A", text });
}

const read = (text: string) => findMentions(article(text), parse(text));
const named = (text: string, name: string): Entity | undefined => read(text).entities.find((e) => e.name === name);

/** The words of every mention of the entity with that name. */
function mentionsOf(text: string, name: string): string[] {
  const { mentions, entities } = read(text);
  const id = entities.find((e) => e.name === name)?.id;
  return mentions.filter((m) => m.entity === id).map((m) => text.slice(m.start, m.end));
}

describe("findMentions: people", () => {
  it("takes the office before a name as the role", () => {
    expect(named("Polish Transport Minister Ewa Zielinska visited the depot.", "Ewa Zielinska")).toMatchObject({
      kind: "person",
      role: "Polish Transport Minister",
      country: "POL",
    });
  });

  it.each([
    ["New Ardland Gov. Tom Brill spoke, and Brill sat down.", "Tom Brill"],
    ["Special Agent Tom Marsh was fired, and Marsh sued.", "Tom Marsh"],
    ["Representative Tom Holm of Ohio voted. Holm left.", "Tom Holm"],
    ["They met in Washington, D.C. Holm left.", "Holm"],
    ["Mr. Holm said that he would leave.", "Holm"],
  ])("parts a person's name from what stands around it: %s", (text, name) => {
    expect(read(text).entities.map((e) => e.name)).toContain(name);
  });

  it("takes the description after a name as the role, and the body in it as affiliation", () => {
    const text = "Odile Marchetti, the director of the Harrow Institute, a think tank, said nothing.";
    expect(named(text, "Odile Marchetti")).toMatchObject({
      role: "director of the Harrow Institute",
      affiliation: "Harrow Institute",
    });
  });

  it("takes the description before a comma as the role", () => {
    expect(named("They met the Chilean ambassador, Pablo Ibarra, at noon.", "Pablo Ibarra")).toMatchObject({
      role: "Chilean ambassador",
      country: "CHL",
    });
  });

  it("joins surnames and pronouns to the full name, in either order", () => {
    const text = "Tanaka resigned. Keiko Tanaka had led the fund since May. She gave no reason.";
    expect(mentionsOf(text, "Keiko Tanaka")).toEqual(["Tanaka", "Keiko Tanaka", "She"]);
  });

  it("learns a gender from the form of address and keeps two of a name apart", () => {
    const text = "Mr Varga sued Mrs Varga on Monday. He lost. She appealed.";
    const { entities } = read(text);
    expect(entities.filter((e) => e.kind === "person").map((e) => e.gender)).toEqual(["m", "f"]);
  });

  it("takes a shortened title for an office and not for a name, and the party mark after it for nothing", () => {
    const text =
      "Texas Rep. Ada Brenn (D-Texas) met Sen. Piet Oss, R-Ohio, and Director of National Water Keiko Tanaka.";
    const names = read(text).entities.filter(({ kind }) => kind === "person");
    expect(names).toEqual([
      expect.objectContaining({ name: "Ada Brenn", role: "Rep." }),
      expect.objectContaining({ name: "Piet Oss", role: "Sen." }),
      expect.objectContaining({ name: "Keiko Tanaka" }),
    ]);
    expect(
      read(text)
        .entities.map(({ name }) => name)
        .join(),
    ).not.toMatch(/[DR]-/);
  });

  it("keeps hyphens and particles inside names", () => {
    const text = "Minister Omar al-Basri met Pieter van der Meer and Rosa Lund-Ochoa.";
    const names = read(text).entities.map((e) => e.name);
    expect(names).toEqual(expect.arrayContaining(["Omar al-Basri", "Pieter van der Meer", "Rosa Lund-Ochoa"]));
  });
});

describe("findMentions: pronouns", () => {
  const meant = (text: string, pronoun: string): string | null => {
    const { mentions, entities } = read(text);
    const found = mentions.find((m) => m.form === "pronoun" && text.slice(m.start, m.end) === pronoun);
    return entities.find((e) => e.id === found?.entity)?.name ?? null;
  };

  it("takes the subject of the verb of saying for a pronoun in what is said", () => {
    const text = "The fund sued Corvin Bank on Monday. Lakeside Power said it would not pay.";
    expect(meant(text, "it")).toBe("Lakeside Power");
  });

  it("does not take a verb's object for its subject", () => {
    expect(meant("Maria Okafor met Paul Stern on Monday. Paul thanked her.", "her")).toBe("Maria Okafor");
    expect(meant("Paul Stern met him.", "him")).toBeNull();
  });

  it("takes the subject for a reflexive pronoun", () => {
    expect(meant("Anna Weiss told Clara Jung that Peter Hahn had hurt himself.", "himself")).toBe("Peter Hahn");
  });

  it("leaves it open when a thing without a name is meant, or nothing", () => {
    expect(meant("Norway sent a ship. The ship was old and it sank.", "it")).toBeNull();
    expect(meant("Norway sent a ship. It is clear that nobody answered.", "It")).toBeNull();
  });

  it("leaves it open when two are as good", () => {
    const text = "Paul Stern and Peter Hahn resigned. He gave no reason.";
    expect(meant(text, "He")).toBeNull();
  });
});

describe("findMentions: kinds", () => {
  const kindOf = (text: string, name: string) => named(text, name)?.kind;

  it("reads the kind of an unknown name from what stands around it", () => {
    expect(kindOf("They moved to a house in Vellmar.", "Vellmar")).toBe("place");
    expect(kindOf("Vellmar, a village on the lake, was cut off.", "Vellmar")).toBe("place");
    expect(kindOf("Her lawyer Tarek Vossil asked for bail.", "Tarek Vossil")).toBe("person");
    expect(kindOf("Orvane Tessari (1921 – 1987) taught here.", "Orvane Tessari")).toBe("person");
    expect(kindOf("The grid operator, Northlight, cut supplies.", "Northlight")).toBe("body");
    expect(kindOf("The tanker Silver Heron ran aground.", "Silver Heron")).toBe("other");
  });

  it("lends a kind along a row of names", () => {
    expect(kindOf("Elena Ruiz, Tovrin Aksel and Martin Cole were chosen.", "Tovrin Aksel")).toBe("person");
    expect(kindOf("He was born in Tarnholt, Bavaria.", "Tarnholt")).toBe("place");
  });

  it("knows a town's name as a surname where the article has someone of that name", () => {
    const text = "Marcus London joined in May. London left in June. He now works in London.";
    expect(mentionsOf(text, "Marcus London")).toEqual(["Marcus London", "London", "He"]);
  });

  it("takes letters after small words for a thing, after a town for its state", () => {
    expect(kindOf("They study public key infrastructure (PKI).", "PKI")).toBe("other");
    expect(kindOf("She grew up in Milltown, NJ, with an aunt.", "NJ")).toBe("place");
  });

  it("ends an office before its country or body", () => {
    const text = "Lena Hart, President of the Harrow Institute, wrote to the King of Norway.";
    expect(kindOf(text, "Harrow Institute")).toBe("body");
    expect(kindOf(text, "Norway")).toBe("state");
  });
});

describe("findMentions: states, places, bodies", () => {
  it("joins a country, its adjective and its capital when that acts", () => {
    const text = "Norway sent a note. Norwegian ships waited. Oslo answered. Crowds met in Oslo.";
    expect(mentionsOf(text, "Norway")).toEqual(["Norway", "Norwegian", "Oslo"]);
    expect(named(text, "Oslo")).toMatchObject({ kind: "place", country: "NOR" });
  });

  it("learns invented countries from their adjectives and offices", () => {
    const text = "Troops of Velmoria fired. The Velmorian army denied it. Brask's foreign ministry protested.";
    expect(named(text, "Velmoria")).toMatchObject({ kind: "state", country: "Velmoria" });
    expect(named(text, "Brask")).toMatchObject({ kind: "state" });
    expect(named(text, "Velmorian army")).toMatchObject({ kind: "body", country: "Velmoria" });
  });

  it("takes 'the company' for the body named last, unless its name says it is something else", () => {
    const text = "The Health Ministry sued Lakeside Power on Monday. The company denied it.";
    expect(mentionsOf(text, "Lakeside Power")).toEqual(["Lakeside Power", "The company"]);
    expect(mentionsOf("The Health Ministry closed. The company paid.", "Health Ministry")).toEqual(["Health Ministry"]);
  });

  it("joins an acronym to the name it stands for", () => {
    const text = "The Coastal Relief Agency opened a camp. CRA staff arrived late.";
    expect(mentionsOf(text, "Coastal Relief Agency")).toEqual(["Coastal Relief Agency", "CRA"]);
  });

  it("does not take weekdays, months or the first word of a sentence for names", () => {
    const text =
      "Yesterday it rained. On Tuesday nobody came. Prices rose in March. However, Monday was dry. It was Sept. 3.";
    expect(read(text).entities.filter((e) => e.kind !== "body")).toEqual([]);
  });
});

describe("findMentions: places", () => {
  const floods = `It rained in Cusco and in Arequipa. People left Cusco. The mayor said that the city would recover.
    Peru asked Chile for help. Peru is poor, and the country needs pumps.`;

  it("takes the town or country for the one named most of late", () => {
    expect(mentionsOf(floods, "Cusco")).toContain("the city");
    expect(mentionsOf(floods, "Peru")).toContain("the country");
  });

  it("takes no bay for a town, and a town without a name for nobody", () => {
    const mentions = (text: string) => read(text).mentions.map((m) => text.slice(m.start, m.end));
    expect(mentions("Boats left Manila Bay at noon. The town was quiet.")).not.toContain("The town");
    expect(mentions("The town was quiet.")).toEqual([]);
    const old = "People live in Arequipa. The old town of Cusco is older.";
    expect(mentionsOf(old, "Arequipa")).toEqual(["Arequipa"]);
  });
});

describe("findMentions: those without a name", () => {
  it("keeps an unnamed source unnamed, with its description as name", () => {
    const text = "The bridge was mined, a source told the paper. The source gave no date.";
    const source = read(text).entities.find((e) => e.anonymous);
    expect(source).toMatchObject({ name: "a source", role: null });
    expect(mentionsOf(text, "a source")).toEqual(["a source", "The source"]);
  });
});

describe("findMentions: shape", () => {
  it("gives spans inside the text and ids in order of appearance", () => {
    const text = "Peru and Chile agreed. Peru signed first.";
    const { mentions, entities } = read(text);
    expect(entities.map((e) => e.id)).toEqual(["A/e1", "A/e2"]);
    expect(mentions.map((m) => text.slice(m.start, m.end))).toEqual(["Peru", "Chile", "Peru"]);
  });

  it("finishes on long lines of capitals", () => {
    const text = `${"Alpha of Beta and the old reply of Gamma's men ".repeat(4000)}.`;
    expect(read(text).mentions.length).toBeGreaterThan(0);
  });
});
