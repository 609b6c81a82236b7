import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Field, fieldNames, fieldOf, hasArticle, nameOf, valueAt, writtenIn } from "./fields.js";

describe("names of fields", () => {
  it("are found however they are written, the likeliest first", () => {
    expect(nameOf("published", ["id", "Published_At"])).toBe("Published_At");
    expect(nameOf("text", ["content", "Body"])).toBe("Body");
    expect(nameOf("title", ["name"])).toBeNull();
    expect(hasArticle(["url", "title"])).toBe(false);
  });

  it("are stood in for by what a user says, and by nothing that he says is something else", () => {
    const names = ["Text", "Summary", "Kop"];
    expect(nameOf("text", names, { text: "summary" })).toBe("Summary");
    expect(nameOf("deck", names, { text: "summary" })).toBeNull();
    expect(nameOf("title", names, { title: "Heading" })).toBeNull();
    expect(nameOf("html", ["html", "Kop"], { text: "Kop" })).toBeNull();
    expect([fieldOf("Pub-Date"), fieldOf("headline"), fieldOf("colour")]).toEqual(["published", "title", null]);
  });

  it("lead to what an object holds, whatever it is", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.string(), (record, path) => {
        const value = valueAt(path, record);
        if (Object.hasOwn(record, path)) expect(value).toBe(record[path]);
        const text = writtenIn("text", record, { text: path });
        expect(text === null || typeof text === "string").toBe(true);
      }),
    );
  });

  it("are those in docs/formats.md", () => {
    const page = readFileSync(new URL("../../../../docs/formats.md", import.meta.url), "utf8");
    const rows = page.split("## Names of fields")[1]!.split("## Limits")[0]!;
    const labels: Readonly<Record<Field, string>> = {
      ...{ text: "text", html: "page", title: "title", deck: "deck", authors: "authors", outlet: "outlet" },
      ...{ published: "published", modified: "modified", url: "address", language: "language" },
    };
    for (const [field, label] of Object.entries(labels)) {
      const row = new RegExp(`^\\| ${label} \\|(.*)\\|$`, "m").exec(rows)![1]!;
      const documented = [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name!.replace(/ /g, ""));
      expect(documented, field).toEqual(fieldNames[field as Field]);
    }
  });
});
