import type { Readable, Writable } from "node:stream";
import { isCancel, select, text } from "@clack/prompts";
import { languageName } from "./names.ts";
import { type Kind, nameOf } from "./new-document.ts";

/** What `npm run new` must know; an answer that is given beforehand is not asked for. */
export type Answers = { title?: string; lang?: string; kind?: Kind; name?: string };

/** Where questions are asked: the terminal, or what a test reads and types. */
export type Terminal = { input?: Readable; output?: Writable };

/** Asks for whatever is missing. Gives null where the writer gives up. */
export async function ask(
  given: Answers,
  languages: string[],
  terminal: Terminal,
): Promise<Required<Omit<Answers, "name">> | null> {
  const kind =
    given.kind ??
    (await select<Kind>({
      ...terminal,
      message: "What do you want to write?",
      options: [
        { value: "article", label: "An article", hint: "it appears in the blog and in the feeds" },
        { value: "statement", label: "A statement", hint: "a text that others have signed" },
        { value: "page", label: "A page", hint: "without a date, such as the one about the campaign" },
      ],
    }));
  if (isCancel(kind)) return null;
  const only = languages.length === 1 ? languages[0] : undefined;
  const lang =
    given.lang ??
    only ??
    (await select<string>({
      ...terminal,
      message: "In which language?",
      options: languages.map((value) => ({ value, label: languageName(value, "en") })),
    }));
  if (isCancel(lang)) return null;
  const title =
    given.title ??
    (await text({
      ...terminal,
      message: "What is its title?",
      validate: (value) => (value?.trim() ? undefined : "A title has at least one letter."),
    }));
  if (isCancel(title)) return null;
  return { kind, lang, title };
}

/** Asks for another name, and says why the first will not do. Gives null where the writer gives up. */
export async function askName(problem: string, title: string, terminal: Terminal): Promise<string | null> {
  const name = await text({
    ...terminal,
    message: `${problem}\nWhich name should the file and the address have?`,
    placeholder: nameOf(title) ? `${nameOf(title)}-2` : "small-latin-letters",
    validate: (value) => (value?.trim() ? undefined : "A name has at least one letter."),
  });
  return isCancel(name) ? null : name.trim();
}
