import { getContent, textsOf } from "../content/index.ts";
import type { Petition } from "../content/schema.ts";
import { CallToAction } from "./call-to-action.tsx";

/** For previews: the call to action in every state that the petition can come into, and the words that would be missing. */
export function CallToActionStates({ lang }: { lang: string }) {
  const content = getContent();
  const { petition: text } = textsOf(content, lang);
  const { closedOn: _, ...known } = content.petition;
  const { asOf } = known;
  const later = "9999-12-31";
  const states: { name: string; petition: Petition; day: string }[] = [
    { name: "Open", petition: { ...known, state: "open" }, day: asOf },
    { name: "Open, past reviewBy", petition: { ...known, state: "open" }, day: later },
    { name: "Paused", petition: { ...known, state: "paused" }, day: asOf },
    { name: "Paused, past reviewBy", petition: { ...known, state: "paused" }, day: later },
    { name: "Closed", petition: { ...known, state: "closed", closedOn: asOf }, day: asOf },
    { name: "Won", petition: { ...known, state: "won", closedOn: asOf }, day: asOf },
  ];
  const missing = (["result", "instead"] as const).filter((field) => !text[field]);
  return (
    <>
      {missing.length > 0 && (
        <p lang="en">
          Not written yet in content/{lang}/petition.yaml: {missing.join(" and ")}. The build asks for it once
          the state needs it.
        </p>
      )}
      {states.map(({ name, petition, day }, index) => (
        <figure key={name}>
          <figcaption lang="en">{name}</figcaption>
          <CallToAction lang={lang} petition={petition} day={day} id={`-${lang}-${index}`} />
        </figure>
      ))}
    </>
  );
}
