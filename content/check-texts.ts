import type { Fault } from "./fault.ts";
import { checkTerms, type Pair } from "./glossary.ts";
import type { Messages } from "./messages.ts";
import type { Data } from "./read-data.ts";
import type { Glossary, PetitionText, TimelineText } from "./schema.ts";

/** The data files of a language, with what tells the lines of their fields. */
export type TextFiles = {
  messages: Data<Messages>;
  petition: Data<PetitionText>;
  timeline: Data<TimelineText>;
  glossary: Data<Glossary>;
};

/** Holds the terms of interface, petition and timeline against the English ones: their texts belong together by name. */
export function checkTexts(own: TextFiles, english: TextFiles, lang: string): Fault[] {
  const pairs = [
    ...pairsOf("interface.json", own.messages, english.messages, lang),
    ...pairsOf("petition.yaml", own.petition, english.petition, lang),
    ...pairsOf("timeline.yaml", own.timeline, english.timeline, lang),
  ];
  return checkTerms(pairs, own.glossary.value, english.glossary.value, lang);
}

function pairsOf(name: string, own: Data<object>, english: Data<object>, lang: string): Pair[] {
  const texts = textsIn(own.value);
  return [...textsIn(english.value)].flatMap(([what, { text }]) => {
    const found = texts.get(what);
    if (!found) return [];
    const line = own.yaml.lineOf(found.path);
    return [{ english: text, text: found.text, file: `content/${lang}/${name}`, line, what }];
  });
}

/** Every text in a piece of data, by the names that lead to it. */
function textsIn(value: object, path: string[] = []): Map<string, { text: string; path: string[] }> {
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => {
      const at = [...path, key];
      if (typeof inner === "string") return [[at.join("."), { text: inner, path: at }]];
      return typeof inner === "object" && inner !== null ? [...textsIn(inner, at)] : [];
    }),
  );
}
