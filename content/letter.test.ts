import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { root } from "./files.ts";
import { readContent } from "./index.ts";
import {
  type Choice,
  gaps,
  letterParts,
  letterText,
  openGaps,
  points,
  readyPoints,
  recipients,
  reviseLetter,
} from "./letter.ts";
import type { LetterText } from "./schema.ts";

const { letters } = readContent(root).content!;
const english = letters.get("en")!;
const french = letters.get("fr")!;
const plain: Choice = { recipient: "mep", points: ["photos", "rights"] };
const made = (text: LetterText, choice: Choice) => letterText(letterParts(text, choice));
const revise = (letter: string, before: Choice, after: Choice, from = english, to = english) =>
  reviseLetter(letter, letterParts(from, before), letterParts(to, after));

test("all official languages of the EU have a letter", () => {
  expect(letters.size).toBe(24);
  expect([...letters.keys()].sort()).toEqual(
    readdirSync("content").filter((name) => /^[a-z]{2}$/.test(name)),
  );
});

describe.each([...letters])("the letter in %s", (_, text) => {
  test.each(recipients)(
    "to the %s says who, why, what and asks for an answer, in this order",
    (recipient) => {
      const letter = made(text, { recipient, points: readyPoints[recipient] });
      const expected = [
        text.salutation[recipient],
        text.opening[recipient],
        text.concern,
        ...points
          .filter((point) => readyPoints[recipient].includes(point))
          .map((point) => text.points[point].text),
        text.own,
        text.ask,
        text.reply,
        text.closing,
        text.name,
        text.town,
      ];
      let from = 0;
      for (const piece of expected) {
        const at = letter.indexOf(piece, from);
        expect(at, piece).toBeGreaterThanOrEqual(from);
        from = at + piece.length;
      }
      expect(letter).toContain("2022/0155(COD)");
      expect(letter.match(/\[[^\]]+\]/g)).toEqual([text.own, text.name, text.town]);
      expect(openGaps(letter, text)).toEqual(["own", "name", "town"]);
    },
  );

  test("takes every point and leaves those out that were not chosen", () => {
    for (const point of points) {
      const letter = made(text, { recipient: "national", points: [point] });
      for (const other of points) expect(letter.includes(text.points[other].text)).toBe(other === point);
    }
  });

  test("has no gap left once the reader has filled it in", () => {
    const letter = made(text, { ...plain, own: "Ik ben arts. ☕", name: "Zoë & Søren", town: "Ħamrun" });
    expect(openGaps(letter, text)).toEqual([]);
    expect(
      letter.endsWith(`${text.closing}\n\nZoë & Søren\nĦamrun`) || letter.endsWith("Zoë & Søren\nĦamrun"),
    ).toBe(true);
  });
});

describe("a choice that changes", () => {
  test("adds a point in its place and takes it away again without a trace", () => {
    const letter = made(english, plain);
    const more: Choice = { ...plain, points: ["photos", "suspicion", "rights"] };
    expect(revise(letter, plain, more)).toBe(made(english, more));
    expect(revise(made(english, more), more, plain)).toBe(letter);
  });

  test("takes every point away, and brings all of them", () => {
    const none: Choice = { ...plain, points: [] };
    const all: Choice = { ...plain, points: [...points] };
    expect(revise(made(english, plain), plain, none)).toBe(made(english, none));
    expect(revise(made(english, none), none, all)).toBe(made(english, all));
  });

  test("exchanges language and recipient", () => {
    const other: Choice = { ...plain, recipient: "minister" };
    expect(revise(made(english, plain), plain, other, english, french)).toBe(made(french, other));
  });

  test("never touches what the reader typed, wherever it stands", () => {
    const letter = `PS first!\n${made(english, plain)
      .replace(english.points.photos.text, "My photos are mine.")
      .replace(english.concern, `${english.concern} And so do I.`)}\n\nPS last.`;
    const after = revise(letter, plain, { recipient: "minister", points: ["scanning"], name: "Ada" });
    for (const typed of ["PS first!", "My photos are mine.", `${english.concern} And so do I.`, "PS last."]) {
      expect(after).toContain(typed);
    }
    expect(after).toContain(english.points.scanning.text);
    expect(after).not.toContain(english.points.rights.text);
    expect(after).toContain(english.salutation.minister);
    expect(after).toContain("\nAda\n");
  });

  test("follows a sentence and a name letter by letter, also when name and town begin alike", () => {
    let before = plain;
    let letter = made(english, plain);
    for (const field of gaps) {
      for (const value of ["A", "Al", "Alt", "Al", "A", "", "A", "As"]) {
        const after = { ...before, [field]: value };
        letter = revise(letter, before, after);
        expect(letter).toBe(made(english, after));
        before = after;
      }
    }
  });

  test("keeps a sentence of several lines together", () => {
    const own = { ...plain, own: "First line.\n\nSecond line." };
    const shorter = { ...plain, own: "First line." };
    expect(revise(made(english, own), own, shorter)).toBe(made(english, shorter));
  });

  test("does not bring back what the reader deleted", () => {
    const letter = made(english, plain)
      .replace(`${english.concern}\n\n`, "")
      .replace(`${english.own}\n\n`, "");
    const after = revise(letter, plain, { ...plain, recipient: "national" }, english, french);
    expect(after).not.toContain(french.concern);
    expect(after).not.toContain(french.own);
  });

  test("puts a sentence of one's own before the request, even where its gap is gone", () => {
    const letter = made(english, plain).replace(`${english.own}\n\n`, "");
    const own = { ...plain, own: "I am a nurse." };
    expect(revise(letter, plain, own)).toBe(made(english, own));
  });

  test("adds to an empty letter what was chosen", () => {
    expect(revise("", plain, { ...plain, points: [...plain.points, "children"] })).toContain(
      english.points.children.text,
    );
  });
});

describe("what is still missing", () => {
  test("is nothing of one's own, when the gap was only deleted", () => {
    expect(openGaps(made(english, plain).replace(`${english.own}\n\n`, ""), english)).toContain("own");
  });

  test("is not a sentence of one's own, when a made paragraph was rewritten", () => {
    const letter = made(english, plain).replace(english.own, "I am a nurse.");
    expect(openGaps(letter, english)).toEqual(["name", "town"]);
  });
});
