import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { headerRules } from "./app/_host/headers.mjs";
import { isPreviewBuild } from "./content/preview-build.mjs";

/** The content reader is TypeScript, which Node 20 cannot import by itself. */
const load = (file) => tsImport(file, import.meta.url);

// Where Vercel builds without an adapter of its own, it cannot deploy a build that has one; there
// `npm run build` finishes the pages after `next build`.
const isVercelClassic = process.env.VERCEL && !process.env.NEXT_ADAPTER_PATH;

/** @type {ReturnType<typeof checkContent> | undefined} */
let checked;

/** @type {import("next").NextConfig} */
export default {
  // A page that only previews have is in page.preview.tsx; no other build knows of it.
  pageExtensions: isPreviewBuild() ? ["preview.tsx", "tsx", "ts"] : ["tsx", "ts"],
  adapterPath: isVercelClassic ? undefined : fileURLToPath(new URL("next.adapter.mjs", import.meta.url)),
  poweredByHeader: false,
  reactStrictMode: true,
  // A redirect to the very address in other letter case must not match the address itself.
  // Prefetches of Next's own are never asked for; weighing them took a fifth of the time of each page.
  experimental: {
    caseSensitiveRoutes: true,
    globalNotFound: true,
    prefetchInlining: false,
    // Each process is given a run of neighbours, and cards are done long before pages: with more processes than
    // cores, none is idle in the end. Each takes half a gigabyte.
    cpus: Math.max(availableParallelism(), Math.min(2 * availableParallelism(), 8)),
  },
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

  // Never called by `next start`, but twice by a build: for the routes and for their types.
  async redirects() {
    checked ??= checkContent();
    return (await checked).redirects;
  },

  async headers() {
    checked ??= checkContent();
    return [...headerRules, ...(await checked).noIndex];
  },

  // English has no prefix: every address that does not begin with a language is looked up under /en, but for
  // scripts and the copies of pictures, which have none.
  async rewrites() {
    return {
      beforeFiles: [],
      afterFiles: [
        { source: "/", destination: "/en" },
        {
          source: "/:path((?!(?:[a-z]{2}|pictures|scripts|\\.well-known)(?:/|$)).*)",
          destination: "/en/:path",
        },
      ],
      fallback: [],
    };
  },
};

/** Checks the content, hands it on to the processes of a build, and gives the redirects and headers that it asks for. */
async function checkContent() {
  const build = await load("./content/build.ts");
  const { content, faults } = build.readAndCheck(build.root, { drafts: isPreviewBuild() });
  if (process.env.NODE_ENV === "production") {
    build.throwIfBroken(faults);
    build.handOver(content, path.resolve(build.snapshotFile));
    const notice = build.buildNotice(content.site);
    if (notice) console.log(notice);
  }
  const english = { permanent: true, source: "/en", destination: "/" };
  const prefixes = [english, { ...english, source: "/en/:path*", destination: "/:path*" }];
  // In development app/_dev/server.mjs shows the faults as a page, and goes on once they are mended.
  if (!content) return { noIndex: [], redirects: prefixes };
  return {
    noIndex: build.noIndexHeaders(content.site),
    redirects: [
      ...prefixes,
      { source: "/statement", destination: content.petition.statement, permanent: false },
      ...build.movedRedirects(content),
      ...build.permalinkRedirects(
        [
          ...[...content.documents, ...content.drafts].map((document) => document.permalink),
          ...[...content.countries.keys()].map(build.countryPermalink),
        ],
        content.languages,
      ),
    ],
  };
}
