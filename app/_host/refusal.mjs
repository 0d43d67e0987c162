// @ts-check

/** @typedef {{ status: number, reason: string, headers?: Record<string, string> }} Refusal */

/**
 * Why a request is turned away before Next sees it; undefined where a reader's browser may have sent it. Pages
 * are only read, so that nothing but GET and HEAD means anything.
 * @param {{ method?: string | undefined, url?: string | undefined }} request
 * @returns {Refusal | undefined}
 */
export function refusal({ method = "", url = "" }) {
  if (method !== "GET" && method !== "HEAD")
    return { status: 405, reason: "This site is only read: use GET.", headers: { Allow: "GET, HEAD" } };
  if (!url.startsWith("/") || /^\/[/\\]/.test(url))
    return { status: 400, reason: "An address on this site begins with one slash." };
  if (!isWellFormed(url)) return { status: 400, reason: "This address is not well formed." };
  return undefined;
}

/** Whether what is percent-encoded is text. @param {string} url */
function isWellFormed(url) {
  try {
    return !/[\0-\x20\\]/.test(decodeURIComponent(url.replace(/\?.*$/s, "").replace(/%20/g, "_")));
  } catch {
    return false;
  }
}
