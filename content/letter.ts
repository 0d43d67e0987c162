import type { Country, LetterText } from "./schema.ts";

/** Whom a letter can be for. */
export const recipients = ["minister", "representation", "mep", "national"] as const;
export type Recipient = (typeof recipients)[number];

/** The points from which a reader chooses, in the order in which they stand in the letter. */
export const points = ["photos", "scanning", "suspicion", "rights", "children", "security"] as const;
export type Point = (typeof points)[number];

/** What only the reader can fill in, and its gap in square brackets says so. */
export const gaps = ["own", "name", "town"] as const;
export type Gap = (typeof gaps)[number];

/** What the reader has chosen and written; what is missing stays a gap in square brackets. */
export type Choice = { recipient: Recipient; points: Point[]; own?: string; name?: string; town?: string };

/** One paragraph of the letter, with a key by which it is found again when a choice changes. */
export type Part = { key: string; text: string };

/** What the browser needs for each language: the building blocks, and how a day is written in each month. */
export type LetterData = Record<string, { text: LetterText; days: string[] }>;

/** The languages in which a country's people can write: its official ones, and English. */
export function letterLanguages(country: Pick<Country, "languages">): string[] {
  return [...new Set([...country.languages, "en"])];
}

/** The points that a ready letter makes, different for each recipient, so that not all letters are alike. */
export const readyPoints: Record<Recipient, Point[]> = {
  minister: ["photos", "rights"],
  representation: ["scanning", "security"],
  mep: ["photos", "children"],
  national: ["scanning", "suspicion"],
};

/** The letter as paragraphs, from the salutation to the reader's town. */
export function letterParts(text: LetterText, choice: Choice): Part[] {
  const given = (gap: Gap) => choice[gap]?.trim() || text[gap];
  return [
    { key: "salutation", text: text.salutation[choice.recipient] },
    { key: "opening", text: text.opening[choice.recipient] },
    { key: "concern", text: text.concern },
    ...points
      .filter((point) => choice.points.includes(point))
      .map((key) => ({ key, text: text.points[key].text })),
    { key: "own", text: given("own") },
    { key: "ask", text: `${text.ask} ${text.reply}` },
    { key: "closing", text: text.closing },
    { key: "name", text: given("name") },
    { key: "town", text: given("town") },
  ];
}

/** The letter as plain text: paragraphs with an empty line between them, the signature on lines of its own. */
export function letterText(parts: Part[]): string {
  return parts.map(({ key, text }, index) => (index === 0 ? "" : separator(key)) + text).join("");
}

/**
 * Brings a letter that the reader may have edited up to date with a changed choice. Paragraphs that still
 * stand as they were made are exchanged, removed or added; whatever the reader wrote stays untouched.
 */
export function reviseLetter(letter: string, before: Part[], after: Part[]): string {
  let text = letter;
  const places = locate(letter, before);
  // From the end, so that the places before it stay right.
  for (const { key, start, end } of [...places].sort((a, b) => b.start - a.start)) {
    const next = after.find((part) => part.key === key);
    text = text.slice(0, start) + (next ? next.text + text.slice(end) : text.slice(end).replace(/^\n+/, ""));
  }
  after.forEach((part, index) => {
    const old = before.find(({ key }) => key === part.key);
    // A gap that the reader has deleted is filled again only once there is something to fill it with.
    const filled = old && isGap(old.text) && !isGap(part.text) && !places.some(({ key }) => key === part.key);
    if (old && !filled) return;
    const following = locate(text, after.slice(index + 1))[0];
    const gap = following ? separator(following.key) : separator(part.key);
    text = following
      ? text.slice(0, following.start) + part.text + gap + text.slice(following.start)
      : text + gap + part.text;
  });
  return text;
}

/** What a letter still lacks: gaps in square brackets, and words of the reader's own between those that we made. */
export function openGaps(letter: string, text: LetterText): Gap[] {
  const ours = new Set([
    ...Object.values(text.salutation),
    ...Object.values(text.opening),
    ...points.map((point) => text.points[point].text),
    text.concern,
    `${text.ask} ${text.reply}`,
    text.own,
  ]);
  const own = letter
    .slice(0, letter.lastIndexOf(text.closing))
    .split("\n")
    .some((line) => line.trim() && !ours.has(line));
  return gaps.filter((gap) => letter.includes(text[gap]) || (gap === "own" && !own));
}

function isGap(text: string): boolean {
  return text.startsWith("[");
}

function separator(key: string): string {
  return key === "name" || key === "town" ? "\n" : "\n\n";
}

type Place = { key: string; start: number; end: number };

/**
 * Where paragraphs stand in a letter as they were made. Each is looked for behind the one before it, so that
 * a name that is also the name of the town is found in both places; then anywhere, if the reader moved it.
 */
function locate(letter: string, parts: Part[]): Place[] {
  const places: Place[] = [];
  let from = 0;
  for (const { key, text } of parts) {
    const at = [find(letter, text, from), find(letter, text, 0)].find(
      (start) =>
        start >= 0 && !places.some((place) => start < place.end && place.start < start + text.length),
    );
    if (at === undefined) continue;
    from = at + text.length;
    places.push({ key, start: at, end: from });
  }
  return places;
}

/** Where a paragraph stands as a whole, from line start to line end; -1 where it does not. */
function find(letter: string, paragraph: string, from: number): number {
  for (let at = letter.indexOf(paragraph, from); at >= 0; at = letter.indexOf(paragraph, at + 1)) {
    const end = at + paragraph.length;
    if ((at === 0 || letter[at - 1] === "\n") && (end === letter.length || letter[end] === "\n")) return at;
  }
  return -1;
}
