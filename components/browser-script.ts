import { createHash } from "node:crypto";
import path from "node:path";
import { buildSync } from "esbuild";

/** The scripts that run in a reader's browser. Each makes a page handier, and none is needed. */
export const browserScripts = ["language-hint", "letter-form", "pass-on"] as const;
export type BrowserScriptName = (typeof browserScripts)[number];

type Script = { file: string; address: string; text: string };

const built = new Map<BrowserScriptName, Script>();

/**
 * A script as one small file, under a name that changes with its text. It is built here rather than by Next,
 * so that the page needs nothing else to run it. Throws where it cannot be built.
 */
export function browserScript(name: BrowserScriptName): Script {
  const known = built.get(name);
  if (known && process.env.NODE_ENV === "production") return known;
  const { outputFiles } = buildSync({
    entryPoints: [path.resolve(/* turbopackIgnore: true */ `components/${name}.client.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
  });
  const text = outputFiles[0]!.text;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  const file = `${name}.${hash}.js`;
  const script = { file, address: `/scripts/${file}`, text };
  built.set(name, script);
  return script;
}
