import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Field, fieldNames, hasArticle, nameOf } from "./fields.js";

describe("names of fields", () => {
  it("are found however they are written, the likeliest first", () => {
    expect(nameOf("published", ["id", "Published_At"])).toBe("Published_At");
    expect(nameOf("text", ["content", "Body"])).toBe("Body");
    expect(nameOf("title", ["name"])).toBeNull();
    expect(hasArticle(["url", "title"])).toBe(false);
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
