import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

// Hosts keep this folder from one build to the next.
const cache = path.join(/* turbopackIgnore: true */ process.env.DIST_DIR || ".next", "cache");

/**
 * The bytes of a file from an earlier build, or made now. The name must change with the bytes: it is all that
 * tells whether what is kept still holds.
 */
export async function keptFromBuilds(
  folder: string,
  name: string,
  make: () => Promise<Buffer>,
): Promise<Buffer> {
  const place = path.join(/* turbopackIgnore: true */ cache, folder);
  const file = path.join(/* turbopackIgnore: true */ place, name);
  if (existsSync(/* turbopackIgnore: true */ file)) return readFileSync(/* turbopackIgnore: true */ file);
  const bytes = await make();
  mkdirSync(/* turbopackIgnore: true */ place, { recursive: true });
  // Under a name of its own until it is whole: a build that is stopped must not leave half a file.
  const part = `${file}.${process.pid}`;
  writeFileSync(/* turbopackIgnore: true */ part, bytes);
  renameSync(part, file);
  return bytes;
}
