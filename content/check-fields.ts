import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";
import { error, type Fault, quote } from "./fault.ts";
import type { Yaml } from "./front-matter.ts";

/**
 * Checks parsed data against a schema. Gives the typed value, or one fault for each thing that is wrong,
 * with the line it stands on, the sentence of the field and a guess for a misspelt key.
 */
export function checkFields<T extends z.ZodType>(
  schema: T,
  yaml: Yaml,
  file: string,
): { value: z.infer<T>; faults: [] } | { value: null; faults: Fault[] } {
  const result = schema.safeParse(yaml.data ?? {}, { reportInput: true });
  if (result.success) return { value: result.data, faults: [] };
  const faults = result.error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      const known = keysAt(schema, issue.path);
      return issue.keys.map((key) => unknownKey(file, yaml.lineOf([...issue.path, key]), key, known));
    }
    const name = issue.path.join(".") || "file";
    const says = sentenceAt(schema, issue.path) ?? "";
    const reason =
      issue.code === "custom" && issue.message !== "Invalid input"
        ? issue.message
        : `${found(issue.input)}${says && ` ${capital(says)}`}${tooLong(issue)}`;
    const example = /such as (.+?)\.?$/.exec(says)?.[1];
    const remedy =
      issue.input === undefined
        ? `Add a line ${String(issue.path.at(-1))}: ${example ?? "…"}`
        : `Correct ${quote(issue.path.at(-1) ?? name)}${example ? `; for example ${example}` : ""}.`;
    return [error(file, yaml.lineOf(issue.path), name, reason, remedy)];
  });
  return { value: null, faults };
}

function unknownKey(file: string, line: number, key: string, known: string[]): Fault {
  const guess = known.length > 0 ? closest(key.toLowerCase(), known) : "";
  const near =
    guess !== "" && distance(key.toLowerCase(), guess.toLowerCase()) <= Math.max(2, key.length / 3);
  return error(
    file,
    line,
    key,
    `there is no field of this name${near ? `; did you mean ${quote(guess)}?` : "."}`,
    near ? `Write ${guess} instead of ${key}.` : `Remove it. The fields are: ${known.join(", ")}.`,
  );
}

function found(input: unknown): string {
  return input === undefined ? "it is missing." : `it is ${quote(input)}.`;
}

function tooLong(issue: z.core.$ZodIssue): string {
  return issue.code === "too_big" ? ` It is too long: ${issue.maximum} characters at most.` : "";
}

/** The schema of a field, behind whatever makes it optional, nullable or piped. */
function fieldAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  const seen: z.ZodType[] = [];
  let current: z.ZodType | undefined = schema;
  let rest = path;
  while (current) {
    seen.push(current);
    const inner: z.ZodType | undefined =
      current instanceof z.ZodOptional || current instanceof z.ZodNullable
        ? (current.unwrap() as z.ZodType)
        : current instanceof z.ZodPipe
          ? (current.in as z.ZodType)
          : undefined;
    if (inner) {
      current = inner;
      continue;
    }
    const [key, ...others] = rest;
    if (key === undefined) break;
    rest = others;
    if (current instanceof z.ZodObject) current = current.shape[String(key)] as z.ZodType | undefined;
    else if (current instanceof z.ZodArray) current = current.element as z.ZodType;
    else if (current instanceof z.ZodRecord) current = current.valueType as z.ZodType;
    else break;
  }
  return seen;
}

function sentenceAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  return fieldAt(schema, path)
    .map((field) => field.description)
    .findLast((description) => description !== undefined);
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const object = fieldAt(schema, path).findLast((field) => field instanceof z.ZodObject);
  return object ? Object.keys(object.shape) : [];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
