import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { checkBodies } from "../check-bodies.ts";
import { error, type Fault } from "../fault.ts";
import type { Root } from "../files.ts";
import { readContent } from "../index.ts";
import { createFile } from "../write-file.ts";
import type { Import, NewFile } from "./plan.ts";

/** What has come of an import: the documents that are taken, those that were there already, and what is wrong. */
export type Outcome = { taken: Import[]; present: Import[]; faults: Fault[] };

/**
 * Tries the documents in a copy of the content, and leaves out every one with which the site would not build.
 * Nothing outside of the copy is written.
 */
export function tryImports(imports: Import[], root: Root): Outcome {
  const repository = path.dirname(root.content);
  const faults: Fault[] = [];
  const present = imports.filter(({ files }) => files.every((file) => isThere(file, repository)));
  let taken = imports.filter((each) => !present.includes(each));
  taken = taken.filter(({ post, files }) => {
    const other = files.find(
      ({ to, data }) => existsSync(path.join(repository, to)) && !isThere({ to, data }, repository),
    );
    if (other) {
      const remedy = "Nothing is overwritten: rename one of the two, or remove the one that is not needed.";
      faults.push(error(post.file, 1, "file", `${other.to} exists already and is another.`, remedy));
    }
    return !other;
  });
  const before = new Set(errorsOf(root).map((fault) => JSON.stringify(fault)));
  const stage = makeStage(repository);
  try {
    const copy: Root = { content: path.join(stage, "content"), public: path.join(stage, "public") };
    // Without the documents that are left out, links to them are dead: again, until nothing more is wrong.
    for (;;) {
      copyOver(root, copy);
      for (const { to, data } of taken.flatMap(({ files }) => files)) write(path.join(stage, to), data);
      const found = faultsOf(taken, copy, before);
      if (found.length === 0) return { taken, present, faults };
      faults.push(...found.flatMap((each) => each.faults));
      taken = taken.filter((each) => !found.some(({ of }) => of === each));
    }
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * Writes the documents into the repository, each after what it shows, so that whatever interrupts it leaves no
 * document with something missing. If one cannot be written, those written before are taken away again.
 */
export function writeImports(taken: Import[], root: Root): void {
  const repository = path.dirname(root.content);
  const written: string[] = [];
  try {
    for (const { to, data } of taken.flatMap(({ files }) => files)) {
      const full = path.join(repository, to);
      if (createFile(full, data)) written.push(full);
      else if (!isThere({ to, data }, repository)) throw new Error(`${to} has appeared in the meantime.`);
    }
  } catch (problem) {
    for (const file of written) rmSync(file);
    throw problem;
  }
}

/** The errors that the copy has and the site has not, by the document that brings them. */
function faultsOf(taken: Import[], copy: Root, before: Set<string>): { of: Import; faults: Fault[] }[] {
  const added = errorsOf(copy).filter((fault) => !before.has(JSON.stringify(fault)));
  const own = taken.map((each) => ({
    of: each,
    faults: added
      .filter(({ file, reason }) => each.files.some(({ to }) => to === file) || reason.includes(each.to))
      .map((fault) => inSource(fault, each)),
  }));
  const found = own.filter(({ faults }) => faults.length > 0);
  // A document of the site that breaks by what has been added: nobody can tell by which.
  return found.length > 0 || added.length === 0 ? found : taken.map((of) => ({ of, faults: added }));
}

function errorsOf(root: Root): Fault[] {
  const { documents, drafts, places, faults } = readContent(root);
  return [...faults, ...checkBodies([...documents, ...drafts], places)].filter(
    ({ level }) => level === "error",
  );
}

/** A fault as it stands in the folder that is imported, where it has to be mended. */
function inSource(fault: Fault, { post, shift, to, files }: Import): Fault {
  if (files.some((file) => file.to === fault.file && file.to !== to)) return fault;
  if (fault.file !== to) {
    const line = (post.fields.find(({ name }) => name === fault.what)?.line ?? 0) + 1;
    const reason = `with it, ${fault.file} is wrong: ${fault.what}: ${fault.reason}`;
    return { ...fault, file: post.file, line, reason };
  }
  const inBody = fault.line - shift >= post.bodyLine;
  const line = inBody
    ? fault.line - shift
    : (post.fields.find(({ name }) => name === fault.what)?.line ?? 0) + 1;
  return { ...fault, file: post.file, line };
}

function isThere({ to, data }: NewFile, repository: string): boolean {
  const full = path.join(repository, to);
  return existsSync(full) && readFileSync(full).equals(Buffer.from(data));
}

/** A hidden folder beside content/, on the same disk; what an interrupted import has left is removed first. */
function makeStage(repository: string): string {
  for (const name of readdirSync(repository)) {
    const [, id] = /^\.import-(\d+)$/.exec(name) ?? [];
    if (id && !isRunning(Number(id))) rmSync(path.join(repository, name), { recursive: true });
  }
  const stage = path.join(repository, `.import-${process.pid}`);
  mkdirSync(stage);
  return stage;
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Copies by linking, since pictures may be many; what is linked is only read. */
function copyOver(root: Root, copy: Root): void {
  for (const name of ["content", "public"] as const) {
    rmSync(copy[name], { recursive: true, force: true });
    mkdirSync(copy[name], { recursive: true });
    if (!existsSync(root[name])) continue;
    for (const entry of readdirSync(root[name], { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const from = path.join(entry.parentPath, entry.name);
      const to = path.join(copy[name], path.relative(root[name], from));
      mkdirSync(path.dirname(to), { recursive: true });
      try {
        linkSync(from, to);
      } catch {
        // Some disks know no links.
        cpSync(from, to);
      }
    }
  }
}

function write(file: string, data: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  // A new file, never a change to what may be linked to the repository.
  rmSync(file, { force: true });
  writeFileSync(file, data);
}
