import { expect, test } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle } from "../../model/index.js";
import { extract } from "../index.js";

test("a clause does not begin with the comma before it where what it is said of is reported apart", () => {
  const text =
    "The Minister of Ports, Ada Roe, informed journalists that three gates of the lock were closed on 9 June in accordance with the schedule of the filling test, of which the northern side had been notified by a diplomatic note dated 2 June.";
  const article = plainArticle({ id: "a1", published: "2033-06-20", text });
  const { assertions } = extract(article, annotate(article).output).output;
  const clauses = assertions.map(({ start, end }) => text.slice(start, end));
  expect(clauses).toContain("of which the northern side had been notified by a diplomatic note dated 2 June");
  expect(clauses.filter((clause) => /^\p{P}/u.test(clause))).toEqual([]);
});
