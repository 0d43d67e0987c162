import { expect, test } from "vitest";
import { fitText } from "./fit-text.ts";

const box = { width: 1064, height: 344 };

test("a few words are set as large as allowed", () => {
  expect(fitText("Ελλάδα", box, 150)).toEqual({ size: 150, lines: ["Ελλάδα"] });
});

test("a longer title gets smaller letters and loses no word", () => {
  const title =
    "Joint Statement on the dangers of the May 2024 Council of the EU compromise proposal on EU CSAM";
  const short = fitText("Joint Statement", box, 150);
  const long = fitText(title, box, 150);
  expect(long.size).toBeLessThan(short.size);
  expect(long.size).toBeGreaterThan(40);
  expect(long.lines.join(" ")).toBe(title);
  expect(long.lines.length * long.size * 1.08).toBeLessThanOrEqual(box.height);
});

test("a word wider than the box is made smaller instead of broken", () => {
  const word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
  const { size, lines } = fitText(word, box, 150);
  expect(lines).toEqual([word]);
  expect(size).toBeLessThan(40);
});

test("the longest title that the schema allows fits", () => {
  const title = "W".repeat(9).concat(" ").repeat(20);
  const { size, lines } = fitText(title.trim(), box, 150);
  expect(lines.length * size * 1.08).toBeLessThanOrEqual(box.height);
});
