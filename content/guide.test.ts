import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import * as schemas from "./schema.ts";

/** A row of the guide's tables: the field, whether a star says that it must be there, and its example. */
type Row = { name: string; isNeeded: boolean; says: string; example: string };

/** The tables of the guide, by the heading above them. */
function tables(guide: string): Map<string, Row[]> {
  const sections = guide.slice(guide.indexOf("## Every field")).split(/^### /m).slice(1);
  return new Map(
    sections.map((section) => [
      section.split("\n", 1)[0]!.replaceAll("`", ""),
      [...section.matchAll(/^\| `([\w.]+)`( \*)? \| (.+?) \| (.+) \|$/gm)].map(
        ([, name = "", star, says = "", example = ""]) => ({
          name,
          isNeeded: star !== undefined,
          says,
          example,
        }),
      ),
    ]),
  );
}

const guide = readFileSync("content/README.md", "utf8");
const documented = tables(guide);

/** A field of a schema, with its name in the guide. */
type Field = { name: string; schema: z.ZodType };

/** Every field of a schema and of what lies within it; `name` gives what the guide calls it, null where it does not. */
function fieldsOf(schema: z.ZodType, name: (path: string[]) => string | null, path: string[] = []): Field[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return fieldsOf(inner.element as z.ZodType, name, path);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, field]) => {
    const at = [...path, key];
    const called = name(at);
    return [...(called === null ? [] : [{ name: called, schema: field }]), ...fieldsOf(field, name, at)];
  });
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodPipe ? unwrap(schema.in as z.ZodType) : schema;
}

/** What consists of fields that are explained themselves. */
function isGroup(schema: z.ZodType): boolean {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject || (inner instanceof z.ZodArray && isGroup(inner.element as z.ZodType));
}

const byPath = (path: string[]) => path.join(".");
const byLastName = (path: string[]) => path.at(-1) ?? null;
const entryOf = (record: z.ZodRecord) => record.valueType as z.ZodType;
const letterName = ([first = "", , last]: string[]) => (last ?? first) || null;

const sections: [string, z.ZodType, (path: string[]) => string | null][] = [
  ["Articles, statements and pages", schemas.documentSchema, byPath],
  ["site.yaml", schemas.siteSchema, byPath],
  ["petition.yaml", schemas.petitionSchema, byPath],
  ["en/petition.yaml", schemas.petitionTextSchema, byPath],
  ["signatories.yaml", schemas.signatoriesSchema, byPath],
  ["timeline.yaml", schemas.timelineSchema, byPath],
  ["en/timeline.yaml", entryOf(schemas.timelineTextSchema), byPath],
  ["eu-links.yaml", entryOf(schemas.linksSchema), byPath],
  ["countries/", schemas.countrySchema, byLastName],
  ["letter.yaml", schemas.letterSchema, (path) => (path.length === 2 ? null : letterName(path))],
  ["glossary.yaml", entryOf(schemas.glossarySchema), byPath],
];

describe.each(sections)("the guide to %s", (section, schema, name) => {
  const rows = documented.get(section) ?? [];
  const fields = fieldsOf(schema, name);
  const schemasOf = (row: Row) =>
    fields.filter((field) => field.name === row.name).map((field) => field.schema);

  test("names every field once, and none that does not exist", () => {
    const names = rows.map((row) => row.name);
    expect([...names].sort()).toEqual([...new Set(fields.map((field) => field.name))].sort());
  });

  test("marks those that must be there", () => {
    for (const row of rows)
      expect(
        schemasOf(row).every((field) => !(field instanceof z.ZodOptional)),
        row.name,
      ).toBe(row.isNeeded);
  });

  test("has an example of each that is valid", () => {
    for (const row of rows) {
      const code = /^`(.+)`$/.exec(row.example)?.[1];
      if (code === undefined) expect(schemasOf(row).every(isGroup), `${row.name}: ${row.example}`).toBe(true);
      else {
        const value: unknown = parse(code);
        expect(
          schemasOf(row).some((field) => field.safeParse(value).success),
          `${row.name}: ${code}`,
        ).toBe(true);
      }
    }
  });
});

test("the guide has no table of a file that is not checked here", () => {
  expect([...documented].filter(([, rows]) => rows.length > 0).map(([section]) => section)).toEqual(
    sections.map(([section]) => section),
  );
});

test("the guide names every component, and every choice of a field", () => {
  for (const name of Object.keys(schemas.components)) expect(guide).toMatch(new RegExp(`<${name}[ >]`));
  const choices = sections.flatMap(([, schema]) =>
    fieldsOf(schema, byLastName).flatMap(({ schema: field }) => {
      const inner = unwrap(field);
      return inner instanceof z.ZodEnum ? (inner.options as string[]) : [];
    }),
  );
  expect(choices.length).toBeGreaterThan(10);
  for (const choice of choices) expect(guide).toContain(`\`${choice}\``);
});
