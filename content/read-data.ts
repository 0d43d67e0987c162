import type { z } from "zod";
import { checkFields } from "./check-fields.ts";
import type { Fault } from "./fault.ts";
import { type Root, readText } from "./files.ts";
import { parseYaml, type Yaml } from "./front-matter.ts";

/** A data file as checked, with what tells the lines of its fields. */
export type Data<T> = { value: T; yaml: Yaml };

/** Reads a data file by its name in the content folder; null where it is broken. */
export type ReadData = <T extends z.ZodType>(file: string, schema: T) => Data<z.infer<T>> | null;

/** What reads the data files of a folder. Faults are added to the list. */
export function dataReader(root: Root, faults: Fault[]): ReadData {
  return <T extends z.ZodType>(file: string, schema: T) => {
    const refuse = (fault: Fault): null => {
      faults.push(fault);
      return null;
    };
    const read = readText(root, file);
    if ("fault" in read) return refuse(read.fault);
    const last = lastChecked.get(file);
    const found =
      last?.text === read.text ? last : { text: read.text, ...checkedData(read.text, file, schema) };
    lastChecked.set(file, found);
    if ("fault" in found) return refuse(found.fault);
    const checked = found as Checked<z.infer<T>>;
    faults.push(...checked.faults);
    return checked.value === null ? null : { value: checked.value, yaml: checked.yaml };
  };
}

type Checked<T> = { value: T | null; yaml: Yaml; faults: Fault[] };

/** Data files as they were checked last, by name: each has one schema, and in development all are read anew. */
const lastChecked = new Map<string, { text: string } & (Checked<unknown> | { fault: Fault })>();

function checkedData<T extends z.ZodType>(
  text: string,
  file: string,
  schema: T,
): Checked<z.infer<T>> | { fault: Fault } {
  const parsed = parseYaml(text, `content/${file}`);
  if ("fault" in parsed) return parsed;
  return { ...checkFields(schema, parsed.yaml, `content/${file}`), yaml: parsed.yaml };
}
