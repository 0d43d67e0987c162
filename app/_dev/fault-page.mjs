// @ts-check

/** Loads a page again when content changes. It says how long ago the page was asked for, not when: clocks differ. */
export const reloadScript =
  'new EventSource("/_dev/changes?age=" + performance.now()).onmessage = () => location.reload();';

/**
 * A page that tells a writer what is wrong in the content: file, line, reason and remedy of every fault. It
 * loads again by itself when a file changes.
 * @param {import("../../content/fault.ts").Fault[]} faults
 * @returns {string} HTML
 */
export function faultPage(faults) {
  const sorted = [...faults].sort((a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line);
  const items = sorted.map(
    ({ file, line, what, reason, remedy }) => `<li>
<h2><code>${html(file)}</code>, line ${line}</h2>
<p><strong>${html(what)}</strong>: ${html(reason)}</p>
<p>To mend it: ${html(remedy)}</p>
</li>`,
  );
  const count = faults.length === 1 ? "One thing" : `${faults.length} things`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${count} to mend</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 45rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { line-height: 1.2; }
h2 { font-size: 1.125rem; margin: 0; }
ol { list-style: none; padding: 0; }
li { border-inline-start: 0.25rem solid light-dark(#a4161a, #ff8b85); padding-inline-start: 1rem; margin-block: 2rem; }
p { margin-block: 0.5rem; overflow-wrap: anywhere; }
</style>
<script>${reloadScript}</script>
</head>
<body>
<main>
<h1>${count} in the content must be mended</h1>
<p>Until then nothing can be published. This page loads again when you save a file.</p>
<ol>
${items.join("\n")}
</ol>
</main>
</body>
</html>
`;
}

/** @param {string} text */
function html(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
