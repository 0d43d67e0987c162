import path from "node:path";
import { parseArgs } from "node:util";
import { type Answers, ask, askName } from "./ask.ts";
import { checkBodies } from "./check-bodies.ts";
import { today } from "./dates.ts";
import { report } from "./fault.ts";
import { isPublicFile, list, readText, root } from "./files.ts";
import { writtenFrontMatter } from "./front-matter.ts";
import { type Document, readContent } from "./index.ts";
import { type NewDocument, newDocument, newTranslation } from "./new-document.ts";
import { layouts } from "./schema.ts";
import { createFile } from "./write-file.ts";

const usage = `Usage: npm run new -- --title "Why a sealed letter matters" --kind article --lang en
  --kind       ${Object.keys(layouts).join(", ")}
  --lang       the language's code, such as en
  --name       name of the file and the address, if not made of the title
  --translate  a file to begin a translation of, such as content/en/pages/about.mdx; takes only --lang besides
In a terminal, whatever is left out is asked for.`;

/** Ends the command with a sentence instead of a stack trace; nothing has been written then. */
class Refused extends Error {}

/** `npm run new`: asks for title, language and kind, and writes a draft that builds. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      title: { type: "string" },
      lang: { type: "string" },
      kind: { type: "string" },
      name: { type: "string" },
      translate: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const isTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  const { documents, drafts } = readContent(root);
  const languages = list(root, "").flatMap((file) => /^([a-z]{2})\/interface\.json$/.exec(file)?.[1] ?? []);
  if (values.kind !== undefined && !Object.hasOwn(layouts, values.kind))
    throw new Refused(`--kind is ${Object.keys(layouts).join(", ")}, not ${JSON.stringify(values.kind)}.`);
  if (values.lang !== undefined && !languages.includes(values.lang))
    throw new Refused(noLanguage(values.lang));

  const made =
    values.translate === undefined
      ? await wished(values as Answers, languages, [...documents, ...drafts], isTerminal)
      : translated(values.translate, values.lang);
  if (!made) throw new Refused("Nothing has been written.");
  const { file, permalink, text } = made;
  if (isPublicFile(root, permalink)) throw new Refused(`public${permalink} lies at this address already.`);
  if (!createFile(path.join(root.content, file), text)) throw new Refused(`content/${file} exists already.`);

  console.log(`Written: content/${file}
It is a draft. Its address will be ${permalink}
Next: write the text, look at it with npm run dev, and delete the line "draft: true" to publish it.`);
  const after = readContent(root);
  const faults = [...after.faults, ...checkBodies(after.drafts, after.places)];
  const own = faults.filter((fault) => fault.file === `content/${file}`);
  if (own.length > 0) console.log(`\nTo mend before it builds:\n${report(own)}`);
}

async function wished(
  given: Answers,
  languages: string[],
  existing: Document[],
  isTerminal: boolean,
): Promise<NewDocument | null> {
  const missing = (["title", "lang", "kind"] as const).filter((name) => given[name] === undefined);
  if (missing.length > 0 && !isTerminal) {
    const flags = missing.map((name) => `--${name}`).join(", ");
    throw new Refused(
      `There is no terminal to ask in, and ${flags} ${missing.length > 1 ? "are" : "is"} missing.\n${usage}`,
    );
  }
  const answers = await ask(given, languages, {});
  if (!answers) return null;
  let name = given.name;
  for (;;) {
    const made = newDocument({ ...answers, day: today(), ...(name !== undefined && { name }) }, existing);
    if ("file" in made) return made;
    if (!isTerminal || made.field === "title") throw new Refused(made.problem);
    const other = await askName(made.problem, answers.title, {});
    if (other === null) return null;
    name = other;
  }
}

function translated(original: string, lang: string | undefined): NewDocument {
  if (lang === undefined) throw new Refused("Into which language? Add --lang, such as --lang de.");
  const file = path.relative(root.content, path.resolve(original)).replaceAll(path.sep, "/");
  const read = readText(root, file);
  if ("fault" in read) throw new Refused(`${original}: ${read.fault.reason}`);
  const permalink = /^permalink: *["']?(\/[^\s"']*)/m.exec(read.text)?.[1];
  if (
    !/^[a-z]{2}\/(articles|statements|pages)\/.+\.mdx?$/.test(file) ||
    !permalink ||
    !writtenFrontMatter(read.text)
  )
    throw new Refused(`${original} is no document. Name a file such as content/en/pages/about.mdx.`);
  if (file.startsWith(`${lang}/`)) throw new Refused(`${original} is in this language already.`);
  return {
    file: file.replace(/^[a-z]{2}/, lang),
    permalink: `/${lang}${permalink === "/" ? "" : permalink}`,
    text: newTranslation(read.text, today()),
  };
}

function noLanguage(lang: string): string {
  return `The site has no language ${JSON.stringify(lang)} yet. To begin one, translate interface.json, petition.yaml, timeline.yaml and glossary.yaml of content/en/ into content/${lang}/, as content/README.md says.`;
}

try {
  await main();
} catch (problem) {
  const code = (problem as { code?: string }).code ?? "";
  if (problem instanceof Refused) console.error(problem.message);
  else if (code.startsWith("ERR_PARSE_ARGS")) console.error(`${(problem as Error).message}\n${usage}`);
  else throw problem;
  process.exitCode = 1;
}
