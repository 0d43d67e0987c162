import path from "node:path";
import { tsImport } from "tsx/esm/api";

/** The content reader is TypeScript, which Node 20 cannot import by itself. */
const load = (file) => tsImport(file, import.meta.url);

const distDir = process.env.DIST_DIR || ".next";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // A redirect to the very address in other letter case must not match the address itself.
  // Prefetches of Next's own are never asked for; weighing them took a fifth of the time of each page.
  experimental: { caseSensitiveRoutes: true, globalNotFound: true, prefetchInlining: false },
  transpilePackages: ["next-mdx-remote"],
  // Used at build time only; bundling them would double the time of a build.
  serverExternalPackages: [
    "@mdx-js/mdx",
    "feed",
    "gray-matter",
    "hast-util-to-html",
    "image-size",
    "intl-messageformat",
    "rehype-raw",
    "remark-breaks",
    "remark-gfm",
    "remark-mdx",
    "remark-parse",
    "remark-rehype",
    "unified",
    "yaml",
    "zod",
  ],
  // Metadata belongs into <head> for every reader, also for those that Next takes for browsers.
  htmlLimitedBots: /.*/,
  distDir,

  // Called once for each build and never by `next start`, so this is also where the content is checked.
  async redirects() {
    const { checkBodies, handOver, permalinkRedirects, readContent, root, throwIfBroken } =
      await load("./content/build.ts");
    const { content, drafts, faults } = readContent(root);
    throwIfBroken([...faults, ...(content ? checkBodies([...content.documents, ...drafts], content) : [])]);
    if (process.env.NODE_ENV === "production") handOver(content, path.resolve(distDir, "cache/content"));
    const english = { permanent: true, source: "/en", destination: "/" };
    return [
      english,
      { ...english, source: "/en/:path*", destination: "/:path*" },
      { source: "/statement", destination: content.petition.statement, permanent: false },
      ...permalinkRedirects(content.documents.map((document) => document.permalink)),
    ];
  },

  // English has no prefix: every address that does not begin with a language is looked up under /en, but for
  // the copies of pictures, which have none.
  async rewrites() {
    return {
      beforeFiles: [],
      afterFiles: [
        { source: "/", destination: "/en" },
        { source: "/:path((?!(?:[a-z]{2}|pictures)(?:/|$)).*)", destination: "/en/:path" },
      ],
      fallback: [],
    };
  },
};
