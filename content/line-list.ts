/** What a list in a text file holds, one entry to a line, each with its line; empty lines and those that begin with # say nothing. */
export function entriesOf(text: string): { entry: string; line: number }[] {
  return text
    .split("\n")
    .map((line, index) => ({ entry: line.trim(), line: index + 1 }))
    .filter(({ entry }) => entry !== "" && !entry.startsWith("#"));
}
