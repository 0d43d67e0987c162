import { createHash } from "node:crypto";
import path from "node:path";
import { buildSync } from "esbuild";

/** The scripts that run in a reader's browser, by name: each makes a page handier and none is needed. */
const entries = {
  "pass-on": "components/pass-on.browser.ts",
};

type ScriptName = keyof typeof entries;
export const browserScripts = Object.keys(entries) as ScriptName[];

/** Loads one of our scripts into a page. */
export function BrowserScript({ name }: { name: ScriptName }) {
  return <script type="module" src={`/scripts/${browserScript(name).file}`} />;
}

const built = new Map<ScriptName, { file: string; code: string }>();

/** A script built for the browser, and a file name that holds a digest of it. Throws where it cannot be built. */
export function browserScript(name: ScriptName): { file: string; code: string } {
  let script = process.env.NODE_ENV === "production" ? built.get(name) : undefined;
  if (!script) {
    const { outputFiles } = buildSync({
      entryPoints: [path.resolve(/* turbopackIgnore: true */ entries[name])],
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2020",
      write: false,
    });
    const code = outputFiles[0]!.text;
    script = { file: `${name}-${createHash("sha256").update(code).digest("hex").slice(0, 12)}.js`, code };
    built.set(name, script);
  }
  return script;
}
