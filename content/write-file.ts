import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes a new file, whole or not at all. Takes its path and what it holds; gives false, and changes nothing,
 * where a file of this name exists. What is half written lies in a hidden file, which the reader ignores.
 */
export function createFile(file: string, data: string | Uint8Array): boolean {
  return throughTemporary(file, data, (temporary) => {
    try {
      // Unlike a rename, a link never takes the place of another file.
      linkSync(temporary, file);
      return true;
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw problem;
    }
  });
}

/** Replaces a file, whole or not at all. */
export function replaceFile(file: string, data: string): void {
  throughTemporary(file, data, (temporary) => renameSync(temporary, file));
}

function throughTemporary<T>(file: string, data: string | Uint8Array, finish: (temporary: string) => T): T {
  const temporary = path.join(path.dirname(file), `.${process.pid}.tmp`);
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(temporary, data, { flush: true });
    return finish(temporary);
  } finally {
    rmSync(temporary, { force: true });
  }
}
