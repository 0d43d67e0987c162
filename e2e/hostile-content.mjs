import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildMeasured, copySite, folderOf } from "./variants.mjs";

/**
 * What a hostile pull request may bring. Each is a document of its own, with its text, or the whole file where
 * the front matter is the attack; the build has to refuse it by its name and line.
 */
const bounds = { seconds: 90, megabytes: 1500 };

const texts = {
  "code in braces": ["mdx", "{process.exit(0)}"],
  "code in an attribute": ["mdx", "<span title={globalThis.process.env.HOME}>x</span>"],
  "attributes that are spread": ["mdx", "<span {...globalThis}>x</span>"],
  "an import of a file": ["mdx", 'import secret from "/etc/passwd"'],
  "an import by expression": ["mdx", '{import("node:fs")}'],
  "an export": ["mdx", "export const metadata = {}"],
  "code behind a comment": ["mdx", "{/* */ process.exit(0) /* */}"],
  "an unknown component": ["mdx", "<Script />"],
  "a component of React": ["mdx", "<React.Fragment>x</React.Fragment>"],
  "a link that runs code": ["mdx", "[x](javascript:alert(1))"],
  "a link that runs code, encoded": ["md", '<a href="java&#x0A;script:alert(1)">x</a>'],
  "a link with data": ["md", "[x](data:text/html;base64,PHNjcmlwdD4=)"],
  "a link to a file": ["md", "[x](file:///etc/passwd)"],
  "a link that reads a script": ["md", "[x](vbscript:x)"],
  "a script": ["md", "<script>alert(1)</script>"],
  "a script in capitals": ["md", "<SCRIPT SRC=//example.org/x.js></SCRIPT>"],
  "a frame": ["md", '<iframe src="https://example.org/"></iframe>'],
  "a form": ["md", '<form action="https://example.org/"><input name="password"></form>'],
  "a style": ["md", "<style>body { display: none }</style>"],
  "an attribute with style": ["md", '<p style="position: fixed; inset: 0">x</p>'],
  "an event": ["md", '<img src="/icon.svg" alt="" onerror="alert(1)">'],
  "an event in MDX": ["mdx", '<span onmouseover="alert(1)">x</span>'],
  "a drawing with a script": ["md", "<svg><script>alert(1)</script></svg>"],
  "a drawing with an event": ["md", '<svg onload="alert(1)"></svg>'],
  "a formula with markup": ["md", "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>"],
  "a base address": ["md", '<base href="https://example.org/">'],
  "a refresh": ["md", '<meta http-equiv="refresh" content="0; url=https://example.org/">'],
  "a foreign style sheet": ["md", '<link rel="stylesheet" href="https://example.org/x.css">'],
  "an object": ["md", '<object data="https://example.org/"></object>'],
  "a template": ["md", "<template><p>x</p></template>"],
  "a picture of another host": ["md", "![x](https://example.org/pixel.png)"],
  "a text that runs backwards": ["md", "The sum is \u202E001\u202C euros."],
  "a text that runs backwards, encoded": ["md", "The sum is &#x202E;001 euros."],
  "a host with a foreign letter": ["md", "[the Council](https://www.c\u043Ensilium.europa.eu/)"],
  "a host that nobody listed": ["md", "[the Council](https://consilium-europa.example.net/)"],
  "an address with a password": ["md", "[x](https://www.europarl.europa.eu@example.org/)"],
  "a link without encryption": ["md", "[x](http://www.europarl.europa.eu/)"],
  "quotes in quotes": ["md", `${">".repeat(20_000)} x`],
  "lists in lists": ["md", `${"- ".repeat(20_000)}x`],
  "elements in elements": ["md", `${"<div>".repeat(5000)}x`],
};

/** Whatever their size, these say nothing wrong: the build must get through them, and go on to the faults of the others. */
const heavy = {
  "a huge table": [
    "md",
    `${"| a ".repeat(60)}|\n${"| - ".repeat(60)}|\n${`${"| x ".repeat(60)}|\n`.repeat(400)}`,
  ],
  "emphasis that never ends": ["md", "*a **b ".repeat(4000)],
  "brackets that never close": ["md", "[".repeat(8000)],
  "backticks of every length": [
    "md",
    Array.from({ length: 300 }, (_, index) => "`".repeat(index + 1)).join("x"),
  ],
  "many references": ["md", `${"[a] ".repeat(5000)}\n\n[a]: /about\n`],
  "a very long line": ["md", "word ".repeat(60_000)],
};

const files = {
  "front matter in JavaScript": ["---js\n{ title: process.exit(0) }\n---\nx\n", 1],
  "front matter with a tag of a function": ["---\ntitle: !!js/function 'function () {}'\n---\nx\n", 2],
  "front matter that doubles itself": [bomb(), 1],
  "front matter that changes every object": ["---\n__proto__: { polluted: true }\ntitle: x\n---\nx\n", 2],
  "a file with a zero": ["---\ntitle: x\n---\nx\0y\n", 4],
};

/** Builds a copy with all of it at once. Rejects where one is not refused, or where it takes too long or too much memory. */
export async function refuseHostileContent() {
  const folder = folderOf("refused");
  const expected = [];
  copySite(folder, () => {
    const articles = path.join(folder, "content/en/articles");
    mkdirSync(articles, { recursive: true });
    for (const [name, [ending, text]] of Object.entries({ ...texts, ...heavy })) {
      const file = `${slug(name)}.${ending}`;
      writeFileSync(path.join(articles, file), `${frontMatter(name)}${text}\n`);
      if (name in texts) expected.push([name, `${file}:${frontMatter(name).split("\n").length}`]);
    }
    for (const [name, [text, line]] of Object.entries(files)) {
      const file = `${slug(name)}.md`;
      writeFileSync(path.join(articles, file), text);
      expected.push([name, `${file}:${line}`]);
    }
  });
  const { output, code, seconds, megabytes } = await buildMeasured(folder);
  if (code === 0) throw new Error("The build went through.");
  const missed = expected.filter(([, place]) => !output.includes(`content/en/articles/${place}: error: `));
  if (missed.length > 0)
    throw new Error(
      `The build does not refuse ${missed.map((each) => each.join(" at ")).join(", ")}:\n${output}`,
    );
  for (const name of Object.keys(heavy))
    if (new RegExp(`${slug(name)}\\.md:\\d+: error: `).test(output))
      throw new Error(`The build refuses ${name}, which is merely heavy:\n${output}`);
  console.log(
    `  ${expected.length} attacks refused with file and line, ${Object.keys(heavy).length} heavy texts read, ` +
      `in ${seconds} s and ${megabytes ?? "an unknown number of"} MB.`,
  );
  if (seconds > bounds.seconds || (megabytes ?? 0) > bounds.megabytes)
    throw new Error(`That is more than ${bounds.seconds} s or ${bounds.megabytes} MB.`);
}

function frontMatter(name) {
  return (
    `---\nlayout: layouts/article.html\ntitle: "On ${name}"\ndate: 2024-06-01\n` +
    `permalink: "/blog/${slug(name)}.html"\npreview: "A text."\n---\n`
  );
}

function slug(name) {
  return name.toLowerCase().replace(/[^a-z]+/g, "-");
}

/** YAML in which every line refers to the line before it ten times. */
function bomb() {
  const lines = [..."bcdefghij"].map((key, index) => {
    const before = "abcdefghi"[index];
    return `${key}: &${key} [${Array(10).fill(`*${before}`).join(", ")}]`;
  });
  return `---\na: &a [x, x, x, x, x, x, x, x, x, x]\n${lines.join("\n")}\n---\nx\n`;
}
