import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Body } from "./body.ts";
import type { Content, Document } from "./model.ts";

/** Where a build leaves the content that it was made of, in the folder of the site. */
export const snapshotFile = ".next/cache/content";

/** The checked content with what was parsed of it. */
export type Snapshot = { content: Content; bodies: [Document, Body][]; previews: [Document, Body | null][] };

/**
 * Hands the content from the process that checks it to those that it starts and that make the pages, so that
 * every file is read and parsed once for each build. Takes the file to write.
 */
export function saveSnapshot(snapshot: Snapshot, file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, serialize(snapshot));
  // Inherited by those processes alone: no other build can take up what this one has left.
  process.env.CONTENT_SNAPSHOT = file;
}

/** What the process that started this one has handed over, or a build has left; null where there is nothing. */
export function loadSnapshot(file = process.env.CONTENT_SNAPSHOT): Snapshot | null {
  return file ? (deserialize(readFileSync(/* turbopackIgnore: true */ file)) as Snapshot) : null;
}
