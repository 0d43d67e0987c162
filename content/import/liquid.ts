/** A place in a text, counted from 1 within it, and what was done there or cannot be. */
export type Note = { line: number; what: string; says: string };

/** What the tags of a text may refer to. */
export type Context = {
  title: string;
  /** The address of another document, by the name that {% post_url %} or {% link %} gives it. */
  addressOf(name: string): string | undefined;
};

// A tag does not hold the beginning of another: what is not closed must not be looked for to the end of the text.
const tags = /\{%-?\s*([\w-]*)((?:(?!\{[{%])[\s\S])*?)-?%\}|\{\{-?((?:(?!\{[{%])[\s\S])*?)-?\}\}/g;

/**
 * Replaces those tags of a template language whose result is certain, and lists the others. Takes the text of
 * a document; gives it with as many lines as before, so that places in it still hold.
 */
export function withoutLiquid(
  text: string,
  context: Context,
): { text: string; changes: Note[]; problems: Note[] } {
  const changes: Note[] = [];
  const problems: Note[] = [];
  let inside: "raw" | "comment" | null = null;
  let result = "";
  let last = 0;
  for (const match of text.matchAll(tags)) {
    const [tag, name = "", rest = "", output] = match;
    const between = text.slice(last, match.index);
    result += inside === "comment" ? between.replace(/[^\n]/g, "") : between;
    last = match.index + tag.length;
    const note = { line: text.slice(0, match.index).split("\n").length, what: tag.replace(/\s+/g, " ") };
    if (inside && name !== `end${inside}`) {
      result += inside === "raw" ? tag : tag.replace(/[^\n]/g, "");
      continue;
    }
    if (inside || name === "raw" || name === "comment") {
      inside = inside ? null : (name as "raw" | "comment");
      if (name === "comment") changes.push({ ...note, says: "a comment was left out" });
      continue;
    }
    const ownLine = isOwnLine(text, match.index, last);
    const value =
      output === undefined
        ? tagValue(name, rest.trim(), ownLine, context)
        : outputValue(output.trim(), context);
    if (value === undefined) {
      problems.push({ ...note, says: "nobody but the other generator knows what it stands for." });
      result += tag;
    } else {
      changes.push({ ...note, says: value === "" ? "left out" : `is now ${value}` });
      result += value + "\n".repeat(tag.split("\n").length - 1);
    }
  }
  return { text: result + text.slice(last), changes, problems };
}

function tagValue(name: string, rest: string, ownLine: boolean, context: Context): string | undefined {
  if (name === "post_url" || name === "link") return context.addressOf(rest.replace(/^["']|["']$/g, ""));
  if (name === "highlight" && ownLine) return `\`\`\`${rest.split(/\s/, 1)[0]}`;
  if (name === "endhighlight" && ownLine) return "```";
  return undefined;
}

function outputValue(output: string, { title }: Context): string | undefined {
  // The address of the other site, and the folder it lay in: this site's links need neither.
  if (/^site\.(url|baseurl)$/.test(output)) return "";
  if (/^(page\.)?title$/.test(output)) return title;
  const address =
    /^["']([^"']*)["']\s*\|\s*(relative_url|absolute_url|url|prepend:\s*site\.(base)?url)$/.exec(output);
  return address?.[1];
}

function isOwnLine(text: string, from: number, to: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  const [after = ""] = text.slice(to).split("\n", 1);
  return before.trim() === "" && after.trim() === "";
}

/**
 * Leaves out what kramdown, Jekyll's Markdown, writes in {: … } for the looks of a paragraph or picture, and
 * its table of contents; a heading's own id becomes an anchor. Code stays as it is.
 */
export function withoutKramdown(text: string): { text: string; changes: Note[] } {
  const changes: Note[] = [];
  let fence = "";
  const lines = text.split("\n").map((line, index) => {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1] ?? "";
    if (fence !== "" || mark !== "") {
      if (fence === "") fence = mark;
      else if (mark.startsWith(fence)) fence = "";
      return line;
    }
    const heading = /^(#{1,6} )(.*)(\{#([\w-]+)\})$/.exec(line.trimEnd());
    if (heading) {
      const [, marks = "", words = "", what = "", id = ""] = heading;
      changes.push({ line: index + 1, what, says: "is an anchor before the heading" });
      return `${marks}<a id="${id}"></a>${words.trim()}`;
    }
    return line.replace(/(`[^`]*`)|\{::?\s*[^{}\n]*\}/g, (all, code: string | undefined) => {
      if (code) return all;
      changes.push({ line: index + 1, what: all, says: "left out" });
      return "";
    });
  });
  for (const { line, what } of changes) {
    if (/^\{:\s*toc/.test(what))
      lines[line - 2] = (lines[line - 2] ?? "").replace(/^\s*([*-]|1\.)\s+\S.*$/, "");
  }
  return { text: lines.join("\n"), changes };
}
