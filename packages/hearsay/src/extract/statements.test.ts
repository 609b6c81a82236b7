import { describe, expect, it } from "vitest";
import { annotate } from "../annotate/index.js";
import { type Article, plainArticle, type Statement } from "../model/index.js";
import { findStatements } from "./statements.js";

type Signed = Pick<Article, "authors" | "outlet">;

function article(text: string, signed: Partial<Signed> = {}): Article {
  return plainArticle({ id: "A", published: "2024-03-08", text, ...signed });
}

const read = (text: string, signed?: Partial<Signed>): readonly Statement[] => {
  const a = article(text, signed);
  return findStatements(a, annotate(a).output);
};
const words = (text: string, spans: readonly { start: number; end: number }[]): string =>
  spans.map((s) => text.slice(s.start, s.end)).join(" … ");

/** The statement whose content holds these words. */
function saying(text: string, part: string, signed?: Partial<Signed>): Statement {
  const found = read(text, signed).find((s) => words(text, s.content).includes(part));
  if (!found)
    throw new Error(`no statement holds "${part}": ${JSON.stringify(read(text).map((s) => words(text, s.content)))}`);
  return found;
}

describe("findStatements: what is none, and whose none is", () => {
  it("takes a plea in court for no statement", () => {
    for (const plea of [
      "pleaded guilty to two counts of fraud",
      "has pleaded not guilty to lying",
      "pleaded no contest",
    ])
      expect(read(`Piet Oss ${plea} on Monday.`)).toEqual([]);
  });

  it("does not take for its source what kind of warning it is", () => {
    const text = "The last-ditch warnings that the law could lead to suits against sailors fell flat.";
    const s = saying(text, "suits");
    expect(words(text, s.source)).toBe("");
    expect(s.speaker).toMatchObject({ name: null, description: "" });
  });
});

describe("findStatements: forms", () => {
  it("takes a quotation without its marks, its cue and its speaker with role", () => {
    const text = "“The harbour will reopen on Monday,” said Transport Minister Ewa Zielinska.";
    const s = saying(text, "harbour");
    expect(words(text, s.content)).toBe("The harbour will reopen on Monday");
    expect(words(text, s.cue)).toBe("said");
    expect(s).toMatchObject({ kind: "direct", act: "speech" });
    expect(s.speaker).toMatchObject({ name: "Ewa Zielinska", role: "Transport Minister", anonymous: false });
  });

  it.each([
    [
      "a relative pronoun's antecedent",
      "Ewa Zielinska, who told the council last week that the mill had no owner, left the hall.",
      "no owner",
      "Ewa Zielinska",
    ],
    [
      "a name behind its role",
      "The Minister of Transport, Pedro Alvarez, informed journalists that six arches of the viaduct were repaired in May.",
      "six arches",
      "Pedro Alvarez",
    ],
    [
      "a double name",
      "Mayor Mara Tillen-Ashe spoke at the pier. “The bridge was safe on Friday,” Tillen-Ashe said.",
      "bridge",
      "Mara Tillen-Ashe",
    ],
    [
      "who a document was read out by",
      "Pedro Alvarez spoke. Under a common declaration read out by Alvarez, both fleets will keep their boats ten miles from the reef, the island will clear one lane of the canal by Friday, and the mainland will send 15 pilots.",
      "one lane",
      "Pedro Alvarez",
    ],
  ])("names as speaker %s", (_, text, part, name) => {
    expect(saying(text, part).speaker.name).toBe(name);
  });

  it("takes reported speech without its that", () => {
    const text = "Mayor Pedro Alvarez said that the bridge was safe.";
    const s = saying(text, "bridge");
    expect(words(text, s.content)).toBe("the bridge was safe");
    expect(s.kind).toBe("indirect");
  });

  it("calls reported speech with quoted words in it mixed", () => {
    expect(saying("The mayor said the plan was “a gift to smugglers” and would fail.", "gift").kind).toBe("mixed");
  });

  it("finds according to", () => {
    const text = "Output fell by a third last year, according to the Harrow Institute.";
    const s = saying(text, "Output");
    expect(words(text, s.cue)).toBe("according to");
    expect(s.speaker.name).toBe("Harrow Institute");
  });

  it("joins the pieces of a quotation broken by its cue", () => {
    const text = "“We asked for help,” Karen Holt said, “and nobody came.”";
    const s = saying(text, "We asked");
    expect(words(text, s.content)).toContain("and nobody came");
  });

  it("adds the quotation that goes on after the speaker's full stop", () => {
    const text = "“The bank is safe,” Governor Karen Holt said. “Nobody will lose a cent.”";
    const s = saying(text, "bank is safe");
    expect(words(text, s.content)).toContain("Nobody will lose a cent");
  });

  it("reads single line ends as paragraphs", () => {
    const text = "Storms hit the coast.\n“We lost the roof,” said Anna Berg.\nRepairs begin today.";
    expect(saying(text, "roof").speaker.name).toBe("Anna Berg");
  });
});

describe("findStatements: speakers", () => {
  it("follows he and she to the one who spoke before", () => {
    const text = "Governor Karen Holt said the road was closed. “It will stay closed,” she added.";
    expect(saying(text, "stay closed").speaker.name).toBe("Karen Holt");
  });

  it("gives a free-standing quotation to the speaker before it, with less certainty", () => {
    const text = "“The pumps failed at noon,” engineer Tomas Novak told reporters.\n\n“Nobody was warned in time.”";
    const s = saying(text, "Nobody was warned");
    expect(s.speaker.name).toBe("Tomas Novak");
  });

  it("never names an unnamed source, whoever stands near", () => {
    const text = "President Maria Lopez flew home. A senior official close to the president said the talks had failed.";
    const s = saying(text, "talks had failed");
    expect(s.speaker).toMatchObject({ name: null, anonymous: true });
    expect(s.speaker.description).toContain("senior official");
  });

  it("does not take an unnamed speaker's employer for the speaker", () => {
    const text = "At least two pumps failed, a technician at the Coastal Water Board tells us.";
    expect(saying(text, "pumps").speaker).toMatchObject({ name: null, anonymous: true });
  });

  it("does not name sources after what they are close to", () => {
    const text = "The deal is dead, according to sources close to the Kremlin.";
    expect(saying(text, "deal").speaker).toMatchObject({ name: null, anonymous: true });
  });

  it("keeps classes of people nameless and collective", () => {
    expect(saying("Analysts said the bank would survive.", "survive").speaker).toMatchObject({
      name: null,
      collective: true,
    });
  });

  it("keeps a role without a name a role", () => {
    const s = saying("Chile's ambassador to Lima said the border was quiet.", "border was quiet");
    expect(s.speaker).toMatchObject({ name: null, anonymous: false, affiliation: "Chile" });
    expect(s.speaker.role).toContain("ambassador");
  });

  it("knows who I and we are from who signs", () => {
    const signed = { authors: ["Jo Park"], outlet: "Harbour Post" };
    const asked = "The gates are shut. I asked the mayor why the gates were shut.";
    expect(saying(asked, "why", signed).speaker).toMatchObject({ name: "Jo Park", role: "author" });
    expect(saying(asked, "why").speaker).toMatchObject({ name: null, role: "author" });
    const we = "The gates are shut. We told the ministry that the gates were shut.";
    expect(saying(we, "gates were", signed).speaker).toMatchObject({ name: "Harbour Post" });
    const quoted = "“I told the mayor that the gates were shut,” Anna Berg said.";
    expect(saying(quoted, "gates were shut", signed).speaker.name).toBe("Anna Berg");
  });

  it("does not give a question to the one who is asked", () => {
    const text = "Asked whether the harbour would close, Mayor Tom Lind said nobody was to blame.";
    for (const s of read(text))
      if (words(text, s.content).includes("harbour would close")) expect(s.speaker.name).toBeNull();
    expect(saying(text, "nobody").speaker.name).toBe("Tom Lind");
  });

  it("gives a counterpart the role of the other, or none", () => {
    const text =
      "Norwegian Foreign Minister Ida Holt met her Peruvian counterpart, Ana Ruiz, in Oslo. Ruiz said the talks were useful.";
    expect(saying(text, "useful").speaker).toMatchObject({ name: "Ana Ruiz", role: "Peruvian Foreign Minister" });
    const colleague = "His colleague Tom Arden said the talks were useful.";
    expect(saying(colleague, "useful").speaker).toMatchObject({ name: "Tom Arden", role: null });
  });

  it("does not take some among many for the whole", () => {
    expect(saying("Some in Oslo said the deal was dead.", "deal").speaker.name).toBeNull();
  });

  it("keeps the whole description of an unnamed source", () => {
    const text = "Three people who work at the museum said the painting would be withdrawn.";
    expect(saying(text, "painting").speaker).toMatchObject({
      name: null,
      anonymous: true,
      role: "Three people who work at the museum",
    });
  });

  it("takes a capital that speaks for its state", () => {
    expect(saying("Oslo said the ships had left.", "ships had left").speaker).toMatchObject({ name: "Norway" });
  });
});

describe("findStatements: acts and circumstances", () => {
  it.each([
    ["The ministry denied that its planes had crossed the border.", "planes", "denial"],
    ["Norland rejected Peru's offer of arbitration on Sunday.", "offer of arbitration", "speech"],
    ["The mayor denied a Norland offer of forty buses had been made.", "forty buses", "denial"],
    ["The mayor denied a Norland offer of forty buses.", "forty buses", "speech"],
    ["Norland rejected the accusation of spying on Saturday.", "accusation", "denial"],
    ["Holt declined to say when the report would appear.", "report", "refusal"],
    ["Reporters asked whether the minister would resign.", "resign", "question"],
    ["Farmers fear that the river will run dry.", "river", "thought"],
    ["A new survey found that rents had doubled.", "rents", "document"],
  ])("%s", (text, part, act) => {
    expect(saying(text, part).act).toBe(act);
  });

  it("reads to whom, where and when", () => {
    const text = "“Prices must fall,” Pedro Alvarez told reporters at a briefing on Tuesday.";
    const s = saying(text, "Prices");
    expect(s.addressee).toBe("reporters");
    expect(s.venue).toContain("briefing");
    expect(s.when).toEqual({ earliest: "2024-03-05", latest: "2024-03-05" });
  });

  it("marks what is not said", () => {
    expect(saying("The army did not say how many men had died.", "how many").negated).toBe(true);
  });
});

describe("findStatements: shape", () => {
  it("gives checked spans, stable ids and scores from 0 to 1", () => {
    const text = "Peru said it would wait. Chile said it would not.";
    const [one, two] = [read(text), read(text)];
    expect(one).toEqual(two);
    for (const s of one) {
      for (const span of [...s.source, ...s.cue, ...s.content])
        expect(text.slice(span.start, span.end).trim()).not.toBe("");
      expect(s.score).toBeGreaterThan(0);
      expect(s.score).toBeLessThanOrEqual(1);
    }
    expect(new Set(one.map((s) => s.id)).size).toBe(one.length);
  });

  it("answers nonsense with nothing", () => {
    expect(read("")).toEqual([]);
    expect(read("””” “ ’ — … 12 %")).toEqual([]);
  });

  it("gets through a long line of open quotations", () => {
    expect(read(`${"“He said she said that ".repeat(400)}`)).toBeInstanceOf(Array);
  });
});
