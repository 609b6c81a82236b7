import { expect, test } from "vitest";
import { parse } from "./parse.js";

/** The features of one word of a sentence. */
const feats = (sentence: string, form: string): string =>
  parse(sentence)[0]!.tokens.find((token) => token.form === form)!.feats;

test.each([
  ["The men were in the village.", "were", "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"],
  ["The man left on Monday.", "left", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"],
  ["The mayor and her aide saw it.", "saw", "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"],
  ["We saw the flood.", "saw", "Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin"],
  ["I was in the village.", "was", "Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin"],
  ["They have repaired it.", "have", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"],
])("the verb of «%s»", (sentence, form, expected) => {
  expect(feats(sentence, form)).toBe(expected);
});

test("case, commands, passives, gerunds", () => {
  expect(feats("It broke.", "It")).toContain("Case=Nom");
  expect(feats("They repaired it.", "it")).toContain("Case=Acc");
  expect(feats("Call the office.", "Call")).toBe("Mood=Imp|VerbForm=Fin");
  expect(feats("They want to call the office.", "call")).toBe("VerbForm=Inf");
  expect(feats("The wall was damaged by the flood.", "damaged")).toContain("Voice=Pass");
  expect(feats("The flood has damaged the wall.", "damaged")).not.toContain("Voice=Pass");
  expect(feats("They succeeded by closing the gate.", "closing")).toBe("VerbForm=Ger");
});
