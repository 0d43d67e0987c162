import { expect, test } from "vitest";
import { bodyOf } from "./bodies.ts";
import { root } from "./files.ts";
import { readContent } from "./index.ts";
import { typeset } from "./typography.ts";

test.each([
  ["fr", "Pourquoi ? Lisez : « ceci » !", "Pourquoi\u202f? Lisez\u00a0: «\u00a0ceci\u00a0»\u202f!"],
  ["fr", "Pourquoi? Ceci; cela.", "Pourquoi\u202f? Ceci\u202f; cela."],
  ["fr", "https://example.org/?a=1 et 10:30", "https://example.org/?a=1 et 10:30"],
  ["cs", "V Radě a v Parlamentu", "V\u00a0Radě a\u00a0v\u00a0Parlamentu"],
  ["pl", "w Radzie i z Parlamentem, kto z nich", "w\u00a0Radzie i\u00a0z\u00a0Parlamentem, kto z\u00a0nich"],
  ["sk", "o návrhu", "o\u00a0návrhu"],
  ["de", "55 % der Staaten: ja!", "55\u00a0% der Staaten: ja!"],
  ["en", "a letter", "a letter"],
])("%s: %s", (lang, text, expected) => {
  expect(typeset(text, lang)).toBe(expected);
});

test("what is set once stays as it is", () => {
  const text = typeset("Pourquoi ? Lisez : « ceci » !", "fr");
  expect(typeset(text, "fr")).toBe(text);
});

test("translations have the quotation marks of their languages, and none of typewriters", () => {
  const { content } = readContent(root);
  const straight = (text: string) => /["']/.test(text.replace(/https:\S+/g, ""));
  const words = [...content!.texts]
    .filter(([lang]) => lang !== "en")
    .flatMap(([lang, { messages, petition, timeline }]) => [
      ...Object.values(messages).map((text) => `${lang} ${text}`),
      ...Object.values(petition).map((text) => `${lang} ${text}`),
      ...Object.values(timeline).map((event) => `${lang} ${event.text} ${event.note ?? ""}`),
    ]);
  const documents = content!.documents.filter(({ lang }) => lang !== "en");
  const texts = documents.flatMap((document) =>
    [document.title, document.description ?? "", ...bodyOf(document).blocks.map(({ text }) => text)].map(
      (text) => `${document.lang} ${text}`,
    ),
  );
  expect([...words, ...texts].length).toBeGreaterThan(1000);
  expect([...words, ...texts].filter(straight)).toEqual([]);
});
