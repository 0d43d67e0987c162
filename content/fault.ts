/** One thing that is wrong in a content file, told so that a writer can mend it. */
export type Fault = {
  /** Path from the content folder's parent, with forward slashes. */
  file: string;
  /** Line in the file, counted from 1. */
  line: number;
  /** The field or the piece of text that is wrong. */
  what: string;
  /** Why it is wrong: what is there and what should be. */
  reason: string;
  /** What to do about it. */
  remedy: string;
  /** A warning is shown, an error stops the build. */
  level: "error" | "warning";
};

/** Thrown with every fault of a reading at once; its message is what the maintainer sees. */
export class ContentError extends Error {
  readonly #faults: Fault[];

  constructor(faults: Fault[]) {
    super(`\n${report(faults)}`);
    this.name = "ContentError";
    this.#faults = faults;
    // Where in the reader the error arose helps no writer.
    this.stack = `${this.name}: ${this.message}`;
  }

  get faults(): Fault[] {
    return this.#faults;
  }
}

/** Makes a fault that stops the build. */
export function error(file: string, line: number, what: string, reason: string, remedy: string): Fault {
  return fault("error", file, line, what, reason, remedy);
}

/** Makes a fault that is only reported. */
export function warning(file: string, line: number, what: string, reason: string, remedy: string): Fault {
  return fault("warning", file, line, what, reason, remedy);
}

/** Throws a ContentError when at least one of the faults is an error. */
export function throwIfBroken(faults: Fault[]): void {
  if (faults.some((fault) => fault.level === "error")) throw new ContentError(faults);
}

/** The faults as text, in the order of files and lines, each with its remedy, and a count at the end. */
export function report(faults: Fault[]): string {
  const sorted = [...faults].sort((a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line);
  const texts = sorted.map(
    (fault) =>
      `${fault.file}:${fault.line}: ${fault.level}: ${fault.what}: ${fault.reason}\n    To mend it: ${fault.remedy}`,
  );
  const errors = sorted.filter((fault) => fault.level === "error").length;
  const warnings = sorted.length - errors;
  return [...texts, `${count(errors, "error")}, ${count(warnings, "warning")} in content.`].join("\n");
}

/** What was found, short enough for a message and on one line. */
export function quote(value: unknown): string {
  return `“${clip(typeof value === "string" ? value : (JSON.stringify(value) ?? String(value)), 80)}”`;
}

// A fault may repeat what a damaged file holds: a key of half a megabyte, or with line breaks in it.
function fault(
  level: Fault["level"],
  file: string,
  line: number,
  what: string,
  reason: string,
  remedy: string,
) {
  return { file, line, what: clip(what, 120), reason: clip(reason, 600), remedy: clip(remedy, 1200), level };
}

function clip(text: string, length: number): string {
  const line = text.slice(0, 4 * length).replace(/[\p{Cc}\p{Cf}\s]+/gu, " ");
  const letters = [...line];
  return letters.length > length ? `${letters.slice(0, length - 1).join("")}…` : line;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
