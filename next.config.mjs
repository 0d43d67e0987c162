import { tsImport } from "tsx/esm/api";

/** The content reader is TypeScript, which Node 20 cannot import by itself. */
const load = (file) => tsImport(file, import.meta.url);

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // A redirect to the very address in other letter case must not match the address itself.
  experimental: { caseSensitiveRoutes: true, globalNotFound: true },
  transpilePackages: ["next-mdx-remote"],
  // Used at build time only; bundling them would double the time of a build.
  serverExternalPackages: [
    "@mdx-js/mdx",
    "esbuild",
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
  ...(process.env.DIST_DIR && { distDir: process.env.DIST_DIR }),

  // Called once for each build and never by `next start`, so this is also where the content is checked.
  async redirects() {
    const { readContent } = await load("./content/index.ts");
    const { checkBodies } = await load("./content/check-bodies.ts");
    const { throwIfBroken } = await load("./content/fault.ts");
    const { root } = await load("./content/files.ts");
    const { countryPermalink, permalinkRedirects } = await load("./content/address.ts");
    const { content, drafts, faults } = readContent(root);
    throwIfBroken([...faults, ...(content ? checkBodies([...content.documents, ...drafts], content) : [])]);
    const english = { permanent: true, source: "/en", destination: "/" };
    return [
      english,
      { ...english, source: "/en/:path*", destination: "/:path*" },
      { source: "/statement", destination: content.petition.statement, permanent: false },
      ...permalinkRedirects([
        ...content.documents.map((document) => document.permalink),
        ...[...content.countries.keys()].map(countryPermalink),
      ]),
    ];
  },

  // English has no prefix: every address that does not begin with a language is looked up under /en,
  // but for the scripts, whose route would come later than this rewrite.
  async rewrites() {
    return {
      beforeFiles: [],
      afterFiles: [
        { source: "/", destination: "/en" },
        { source: "/:path((?!(?:[a-z]{2}|scripts)(?:/|$)).*)", destination: "/en/:path" },
      ],
      fallback: [],
    };
  },
};
