// @ts-check
import { createHash } from "node:crypto";

/**
 * What tells one version of a text from another: the beginning of its SHA-256, however its lines end.
 * @param {string} text
 */
export function versionOf(text) {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex").slice(0, 12);
}
