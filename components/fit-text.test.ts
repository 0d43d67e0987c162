import { expect, test } from "vitest";
import { widthOf } from "./card-font.ts";
import { fitText } from "./fit-text.ts";

const box = { width: 1064, height: 344 };
const fit = (...text: string[]) => fitText(text, box, 150, widthOf);

test("a few words are set as large as allowed", () => {
  expect(fit("Ελλάδα")).toEqual({ size: 150, lines: ["Ελλάδα"] });
});

test("a longer title gets smaller letters and loses no word", () => {
  const title =
    "Joint Statement on the dangers of the May 2024 Council of the EU compromise proposal on EU CSAM";
  const { size, lines } = fit(title);
  expect(size).toBeLessThan(fit("Joint Statement").size);
  expect(size).toBeGreaterThan(50);
  expect(lines.join(" ")).toBe(title);
  expect(lines.length * size * 1.08).toBeLessThanOrEqual(box.height);
  for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(box.width);
});

test("no word is left alone where lines can be about as long as each other", () => {
  const { lines } = fit("Joint Statement on the dangers of the EU compromise proposal on EU CSAM");
  const widths = lines.map(widthOf);
  expect(lines.length).toBeGreaterThan(2);
  expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) * 0.6);
});

test("the text's own lines are kept", () => {
  expect(fit("België", "Belgique", "Belgien").lines).toEqual(["België", "Belgique", "Belgien"]);
});

test("a word wider than the box is made smaller instead of broken", () => {
  const word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
  const { size, lines } = fit(word);
  expect(lines).toEqual([word]);
  expect(size).toBeLessThan(40);
  expect(widthOf(word) * size).toBeLessThanOrEqual(box.width);
});

test("the longest title that the schema allows fits, in the widest letters", () => {
  const { size, lines } = fit(Array(20).fill("WWWWWWWWW").join(" "));
  expect(lines.length * size * 1.08).toBeLessThanOrEqual(box.height);
});
