import { checkBodies } from "./check-bodies.ts";
import { checkWording } from "./check-wording.ts";
import { checkDescriptions } from "./description.ts";
import type { Root } from "./files.ts";
import { checkHosts } from "./hosts.ts";
import type { Reading } from "./model.ts";
import { checkPublished } from "./published.ts";
import { readContent } from "./read-content.ts";

/** Reads everything, bodies too, and holds it against what was published. Gives every fault that a build or a check tells. */
export function readAndCheck(root: Root, options: { drafts?: boolean } = {}): Reading {
  const reading = readContent(root, options);
  const { documents, drafts, places, faults } = reading;
  return {
    ...reading,
    faults: [
      ...faults,
      ...checkBodies([...documents, ...drafts], places),
      ...checkDescriptions(documents, places.root),
      ...checkPublished(documents, places),
      ...(reading.content ? [...checkHosts(reading.content), ...checkWording(reading.content)] : []),
    ],
  };
}
