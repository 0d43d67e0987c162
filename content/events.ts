import { type Content, textsOf } from "./index.ts";
import type { Timeline } from "./schema.ts";

/** The timeline's events that a language has words for, and whether these are all: new ones are told in English first. */
export function eventsTold(content: Content, lang: string): { events: Timeline["events"]; isWhole: boolean } {
  const words = textsOf(content, lang).timeline;
  const events = content.timeline.events.filter(({ id }) => Object.hasOwn(words, id));
  return { events, isWhole: events.length === content.timeline.events.length };
}
