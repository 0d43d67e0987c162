import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { copySite, folderOf, next } from "../variants.mjs";
import { bench, node22, work } from "./tools.mjs";

/** What is compared: the same article by hand, in Astro, in Eleventy and in the site. */

export const origin = "http://localhost:3520";
export const permalink = "/blog/20240601-protecting-children-safety-requires-e2e-encryption.html";
const original = "https://example.org";
const article = "content/en/articles/20240601-protecting-children-safety-requires-e2e-encryption.mdx";

/** The command that builds what Next builds, and its environment. */
export const nextBuild = {
  command: [process.execPath, next, "build"],
  env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
};

/** The page written by hand, with the addresses of this machine. */
export function byHand() {
  return readFileSync(path.join(bench, "by-hand/article.html"), "utf8")
    .replaceAll(original, origin)
    .replaceAll(encodeURIComponent(original), encodeURIComponent(origin));
}

/** Each generator: how its project of so many articles is laid out, how it is built, and where a page is then. */
export const generators = {
  site: {
    prepare(count) {
      const folder = folderOf("bench");
      copySite(folder, () => {});
      const text = readFileSync(article, "utf8");
      for (const [index, copy] of copies(count).entries())
        if (index > 0)
          writeFileSync(
            path.join(folder, `content/en/articles/copy-${index}.mdx`),
            text.replace(/^permalink: .*$/m, `permalink: "${copy}"`),
          );
      return {
        folder,
        command: nextBuild.command,
        // Cards and copies of pictures, which no other generator here makes; hosts keep them between builds.
        drawn: [".next/cache/cards", ".next/cache/pictures"],
        env: { ...nextBuild.env, SITE_URL: origin },
      };
    },
  },
  // What Next alone takes for a page that says nothing: no article can take less.
  "Next, empty pages": {
    prepare(count) {
      const folder = folderOf("bench-empty");
      rmSync(folder, { recursive: true, force: true });
      write(folder, "package.json", '{ "type": "module" }');
      write(folder, "next.config.mjs", "export default { experimental: { prefetchInlining: false } };\n");
      write(
        folder,
        "app/layout.js",
        'export default ({ children }) => <html lang="en"><body>{children}</body></html>;\n',
      );
      write(
        folder,
        "app/blog/[name]/page.js",
        `export const dynamicParams = false;
export const generateStaticParams = () => ${JSON.stringify(
          copies(count).map((copy) => ({ name: path.basename(copy) })),
        )};
export default async function Page({ params }) {
  return <p>{(await params).name}</p>;
}
`,
      );
      return { folder, ...nextBuild };
    },
  },
  // Astro reads Markdown by a parser of its own in Rust, and MDX, which the site's articles are, by another.
  Astro: { prepare: (count) => prepareAstro("astro", count, "md") },
  "Astro, MDX": { prepare: (count) => prepareAstro("astro-mdx", count, "mdx") },
  Eleventy: {
    prepare(count) {
      const folder = folderFor("eleventy");
      rmSync(folder, { recursive: true, force: true });
      write(folder, "package.json", '{ "type": "module" }');
      write(
        folder,
        "eleventy.config.js",
        `import { IdAttributePlugin } from "@11ty/eleventy";
export default (config) => {
  config.addPlugin(IdAttributePlugin);
  config.setQuietMode(true);
  return { dir: { input: "posts", includes: "../layouts" } };
};
`,
      );
      const { before, after, css } = layout((name) => `{{ ${name} }}`);
      write(
        folder,
        "layouts/article.njk",
        `${before.replace("<style></style>", () => `<style>${css}</style>`)}{{ content | safe }}${after}`,
      );
      posts(folder, count, "md", "layout: article.njk\n");
      return {
        folder,
        command: [process.execPath, path.join(bench, "node_modules/@11ty/eleventy/cmd.cjs")],
        env: {},
        page: path.join(folder, "_site", permalink),
      };
    },
  },
};

function prepareAstro(name, count, format) {
  const folder = folderFor(name);
  rmSync(folder, { recursive: true, force: true });
  write(folder, "package.json", '{ "type": "module" }');
  write(
    folder,
    "astro.config.mjs",
    `import mdx from "@astrojs/mdx";
export default { build: { format: "file" }, integrations: [${format === "mdx" ? "mdx()" : ""}] };
`,
  );
  write(
    folder,
    "src/content.config.mjs",
    `import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
export const collections = { posts: defineCollection({ loader: glob({ pattern: "*.${format}", base: "./posts" }) }) };
`,
  );
  const { before, after, css } = layout((placeholder) => `{${placeholder}}`);
  write(
    folder,
    "src/layouts/article.astro",
    `---\nconst { title, address } = Astro.props;\nconst css = ${JSON.stringify(css)};\n---\n${before.replace(
      "<style></style>",
      "<style is:inline set:html={css}></style>",
    )}<slot />${after}`,
  );
  write(
    folder,
    "src/pages/[...path].astro",
    `---
import { getCollection, render } from "astro:content";
import Article from "../layouts/article.astro";
export async function getStaticPaths() {
  const posts = await getCollection("posts");
  return posts.map((post) => ({ params: { path: post.data.permalink.slice(1, -5) }, props: { post } }));
}
const { post } = Astro.props;
const { Content } = await render(post);
---
<Article {...post.data}><Content /></Article>
`,
  );
  posts(folder, count, format);
  return {
    folder,
    command: [node22(), path.join(bench, "node_modules/astro/bin/astro.mjs"), "build"],
    env: { ASTRO_TELEMETRY_DISABLED: "1" },
    page: path.join(folder, "dist", permalink),
  };
}

/** The page by hand as a layout: its title and address as the generator's placeholders, its text taken out. */
function layout(placeholder) {
  const page = byHand();
  const css = /<style>([\s\S]*)<\/style>/.exec(page)[1];
  const title = /<h1>(.*)<\/h1>/.exec(page)[1];
  const [before, rest] = page
    .replace(/<style>[\s\S]*<\/style>/, "<style></style>")
    .split('<div class="prose">');
  const after = rest.slice(rest.indexOf("</div>"));
  const attribute = (name) =>
    placeholder(name).startsWith("{{") ? `"${placeholder(name)}"` : placeholder(name);
  return {
    css,
    after,
    before: `${before
      .replaceAll(`"${origin}${permalink}"`, attribute("address"))
      .replaceAll(`="${title}"`, `=${attribute("title")}`)
      .replaceAll(title, placeholder("title"))}<div class="prose">`,
  };
}

/** The article's Markdown under so many addresses, without what is special to this site. */
function posts(folder, count, format, more = "") {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(article, "utf8"));
  const title = /^title: (.*)$/m.exec(front)[1];
  const text = body.replace(/^\s*# .*\n/, "");
  copies(count).forEach((copy, index) => {
    write(
      folder,
      `posts/${index}.${format}`,
      `---\n${more}title: ${title}\npermalink: "${copy}"\naddress: "${origin}${copy}"\n---\n${text}`,
    );
  });
}

function copies(count) {
  return [permalink, ...Array.from({ length: count - 1 }, (_, index) => `/blog/copy-${index + 1}.html`)];
}

// Where the generators find the packages of this folder; the site's copy lies where it finds those of the repository.
function folderFor(name) {
  return path.join(work, name);
}

function write(folder, file, text) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}
