import { createHash } from "node:crypto";
import path from "node:path";
import { buildSync } from "esbuild";

type Script = { name: string; text: string };

let cached: Script | undefined;

/**
 * The script of the letter's form as one small file, under a name that changes with its text. It is built
 * here rather than by Next, so that the page needs nothing else to run it.
 */
export function letterScript(): Script {
  if (cached && process.env.NODE_ENV === "production") return cached;
  const { outputFiles } = buildSync({
    entryPoints: [path.resolve(/* turbopackIgnore: true */ "components/letter-form.client.ts")],
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
  cached = { name: `letter-form.${hash}.js`, text };
  return cached;
}
