import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";
import { error, type Fault, quote } from "./fault.ts";
import { controlIn } from "./files.ts";
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
  const hidden = textsIn(yaml.data).flatMap(({ path, text }) => {
    const control = controlIn(text);
    if (!control) return [];
    const reason = `it contains ${control.reason}`;
    return [error(file, yaml.lineOf(path), path.join(".") || "file", reason, "Delete the character.")];
  });
  if (result.success && hidden.length === 0) return { value: result.data, faults: [] };
  const issues = result.error?.issues ?? [];
  const faults = issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      const known = keysAt(schema, issue.path);
      return issue.keys.map((key) => unknownKey(file, yaml.lineOf([...issue.path, key]), key, known));
    }
    if (issue.path.length === 0 && issue.code === "invalid_type") {
      const reason = `it holds ${quote(issue.input)} instead of fields.`;
      return [error(file, yaml.lineOf([]), "file", reason, "Write each field on a line: name: value.")];
    }
    const name = issue.path.join(".") || "file";
    if (issue.code === "invalid_key") {
      const reason = "the name has a sign that names may not have.";
      return [
        error(file, yaml.lineOf(issue.path), name, reason, "Use Latin letters, and points between them."),
      ];
    }
    const says = sentenceAt(schema, issue.path) ?? "";
    const input = valueAt(yaml.data, issue.path);
    const reason =
      issue.code === "custom" && issue.message !== "Invalid input"
        ? issue.message
        : `${found(input)}${says && ` ${capital(says)}`}${tooLong(issue)}`;
    const example = /such as (.+?)\.?$/.exec(says)?.[1];
    const remedy =
      input === undefined
        ? `Add a line ${String(issue.path.at(-1))}: ${example ?? "…"}`
        : `Correct ${quote(issue.path.at(-1) ?? name)}${example ? `; for example ${example}` : ""}.`;
    return [error(file, yaml.lineOf(issue.path), name, reason, remedy)];
  });
  return { value: null, faults: [...faults, ...hidden] };
}

/** Every text in parsed data, with the way to it: signs can be written as escapes, which the file does not show. */
function textsIn(data: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; text: string }[] {
  if (typeof data === "string") return [{ path, text: data }];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    textsIn(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}

function unknownKey(file: string, line: number, key: string, known: string[]): Fault {
  const guess = known.length > 0 ? closest(key.toLowerCase(), known) : "";
  const near =
    guess !== "" && distance(key.toLowerCase(), guess.toLowerCase()) <= Math.max(2, key.length / 3);
  return error(
    file,
    line,
    key.trim() === "" ? quote(key) : key,
    `there is no field of this name${near ? `; did you mean ${quote(guess)}?` : "."}`,
    near ? `Write ${guess} instead of ${key}.` : `Remove it. The fields are: ${known.join(", ")}.`,
  );
}

/** What stands in the file: a rule about two fields gives the object that has them, not the field. */
function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);
}

function found(input: unknown): string {
  return input === undefined ? "it is missing." : input === null ? "it is empty." : `it is ${quote(input)}.`;
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
