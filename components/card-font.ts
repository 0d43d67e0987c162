import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { inflateSync } from "node:zlib";

const family = "source-serif-4";
/** Letters are looked for in one after the other. */
const subsets = ["latin", "latin-ext", "greek", "cyrillic"] as const;

type CardFont = { name: string; weight: 700; data: Buffer };
type CardFonts = { fonts: CardFont[]; names: string; widths: Map<number, number> };

let read: CardFonts | undefined;

/**
 * The fonts of the cards, and how wide each of their characters is in parts of its size. Read once for each
 * process; satori also keeps what it has parsed for as long as it is given this very array.
 */
export function cardFonts(): CardFonts {
  if (read) return read;
  const require = createRequire(path.resolve(/* turbopackIgnore: true */ "package.json"));
  // Satori reads WOFF, not WOFF2.
  const fonts = subsets.map((subset): CardFont => {
    const file = require.resolve(`@fontsource/${family}/files/${family}-${subset}-700-normal.woff`);
    return { name: subset, weight: 700, data: readFileSync(/* turbopackIgnore: true */ file) };
  });
  const widths = new Map<number, number>();
  for (const { data } of fonts) {
    for (const [character, width] of widthsIn(data)) if (!widths.has(character)) widths.set(character, width);
  }
  read = { fonts, names: subsets.join(", "), widths };
  return read;
}

/** How wide a text is in parts of its size. */
export function widthOf(text: string): number {
  const { widths } = cardFonts();
  return [...text].reduce((sum, character) => sum + (widths.get(character.codePointAt(0)!) ?? 1), 0);
}

/**
 * A text without the characters that the fonts do not have, such as pictographs: for those next/og would ask
 * another host while it draws. Throws where a letter or digit would be lost; `where` says whose text it is.
 */
export function drawable(text: string, where: string): string {
  const { widths } = cardFonts();
  const kept = [...text.normalize("NFC")].filter((character) => {
    if (/\s/.test(character)) return true;
    // Invisible: they join or choose pictographs, or say where a word may break.
    if (/\p{Cf}|\uFE0F/u.test(character)) return false;
    if (widths.has(character.codePointAt(0)!)) return true;
    if (/[\p{L}\p{N}]/u.test(character)) {
      throw new Error(
        `${where}: the fonts of the cards have no “${character}”. Write a title without it as shortTitle, ` +
          "or add a font in components/card-font.ts.",
      );
    }
    return false;
  });
  return kept.join("").replace(/\s+/g, " ").trim();
}

/** The characters of a WOFF font with their widths: https://www.w3.org/TR/WOFF/, tables cmap, head, hhea and hmtx. */
function widthsIn(font: Buffer): [number, number][] {
  const table = (name: string): Buffer => {
    for (let entry = 44; entry < 44 + 20 * font.readUInt16BE(12); entry += 20) {
      if (font.toString("latin1", entry, entry + 4) !== name) continue;
      const [start, stored, length] = [4, 8, 12].map((at) => font.readUInt32BE(entry + at)) as [
        number,
        number,
        number,
      ];
      const bytes = font.subarray(start, start + stored);
      return stored < length ? inflateSync(bytes) : bytes;
    }
    throw new Error(`A font of the cards has no table ${name}.`);
  };
  const unit = table("head").readUInt16BE(18);
  const metrics = table("hhea").readUInt16BE(34);
  const advances = table("hmtx");
  return glyphsIn(table("cmap")).map(([character, glyph]) => [
    character,
    advances.readUInt16BE(4 * Math.min(glyph, metrics - 1)) / unit,
  ]);
}

/** Characters and their glyphs, from the subtable in format 4, which every font for the web has. */
function glyphsIn(cmap: Buffer): [number, number][] {
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(4 + 8 * index + 4),
  );
  const start = starts.find((at) => cmap.readUInt16BE(at) === 4);
  if (start === undefined) throw new Error("A font of the cards has no character map in format 4.");
  const double = cmap.readUInt16BE(start + 6);
  const found: [number, number][] = [];
  for (let at = start + 14; at < start + 14 + double; at += 2) {
    const last = cmap.readUInt16BE(at);
    const first = cmap.readUInt16BE(at + double + 2);
    const delta = cmap.readUInt16BE(at + 2 * double + 2);
    const place = at + 3 * double + 2;
    const offset = cmap.readUInt16BE(place);
    for (let character = first; character <= last && character < 0xffff; character += 1) {
      const listed = offset === 0 ? character : cmap.readUInt16BE(place + offset + 2 * (character - first));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) found.push([character, glyph]);
    }
  }
  return found;
}
