/** Widths of the letters of Source Serif Bold in parts of its size, by and large; measured from the font. */
const widths: [RegExp, number][] = [
  [/[mwMWШЩЖЮФшщжюфΩω@%…—]/u, 0.88],
  [/[iljtfrI.,;:!'’“”|()ίιϊΐ -]/u, 0.36],
  [/\p{Lu}/u, 0.71],
];
const otherWidth = 0.575;

/** How a text is set in a box: the size of its letters and its lines. */
export type Setting = { size: number; lines: string[] };

/**
 * The largest size at which a text fits into a box, and where its lines break. Takes the text, the box and
 * the largest size in pixels. A longer text gets smaller letters instead of being cut.
 */
export function fitText(
  text: string,
  box: { width: number; height: number },
  largest: number,
  lineHeight = 1.08,
): Setting {
  const smallest = 24;
  for (let size = largest; size > smallest; size -= 2) {
    const lines = breakLines(text, box.width / size);
    if (lines && lines.length * size * lineHeight <= box.height) return { size, lines };
  }
  return { size: smallest, lines: breakLines(text, box.width / smallest) ?? [text] };
}

/** The lines of a text in a width given in letter sizes; null where a word is wider than that. */
function breakLines(text: string, width: number): string[] | null {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (widthOf(word) > width) return null;
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function widthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? otherWidth),
    0,
  );
}
