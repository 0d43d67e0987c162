/** How a text is set in a box: the size of its letters and its lines. */
export type Setting = { size: number; lines: string[] };

/** A word and how wide it is; `ends` where a line of the text ends with it. */
type Word = { text: string; width: number; ends: boolean };

const smallest = 24;

/**
 * The largest size at which a text fits into a box, and where its lines break. Takes the text's own lines,
 * the box and the largest size in pixels, and what tells how wide a text is in parts of its size. A longer
 * text gets smaller letters instead of being cut.
 */
export function fitText(
  text: string[],
  box: { width: number; height: number },
  largest: number,
  widthOf: (text: string) => number,
  lineHeight = 1.08,
): Setting {
  const words = text.flatMap((line) =>
    line
      .split(/\s+/)
      .map((word, index, all) => ({ text: word, width: widthOf(word), ends: index === all.length - 1 })),
  );
  const space = widthOf(" ");
  for (let size = largest; size > smallest; size -= 2) {
    const count = countLines(words, space, box.width / size);
    if (count && count * size * lineHeight <= box.height)
      return { size, lines: setEvenly(words, space, box.width / size, count) };
  }
  const width = box.width / smallest;
  const count = countLines(words, space, width);
  return { size: smallest, lines: count ? setEvenly(words, space, width, count) : text };
}

/** How many lines a text needs in a width given in letter sizes; null where a word is wider than that. */
function countLines(words: Word[], space: number, width: number): number | null {
  let count = 0;
  let line = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word.width > width) return null;
    line += space + word.width;
    if (line > width) {
      count += 1;
      line = word.width;
    }
    if (word.ends) line = Number.POSITIVE_INFINITY;
  }
  return count;
}

/** A text in so many lines, as equally long as they can be, so that no word is left alone on one. */
function setEvenly(words: Word[], space: number, width: number, count: number): string[] {
  // For the words from each one on, in so many lines: how uneven they are at best, and those lines.
  type Rest = { uneven: number; lines: string[] };
  let rests: (Rest | null)[] = words.map(() => null);
  rests.push({ uneven: 0, lines: [] });
  for (let made = 0; made < count; made += 1) {
    rests = words.map((_, first) => {
      let best: Rest | null = null;
      let line = -space;
      for (let next = first; next < words.length; next += 1) {
        line += space + words[next]!.width;
        if (line > width) break;
        const rest = rests[next + 1];
        const uneven = (rest?.uneven ?? 0) + (width - line) ** 2;
        if (rest && (!best || uneven < best.uneven)) {
          const text = words.slice(first, next + 1).map((word) => word.text);
          best = { uneven, lines: [text.join(" "), ...rest.lines] };
        }
        if (words[next]!.ends) break;
      }
      return best;
    });
    rests.push(null);
  }
  return rests[0]?.lines ?? [];
}
