/** What `next.config.mjs` takes from here, in one module: each module that it loads brings all that it imports anew. */
export { countryPermalink, permalinkRedirects } from "./address.ts";
export { checkBodies } from "./check-bodies.ts";
export { throwIfBroken } from "./fault.ts";
export { root } from "./files.ts";
export { handOver, readContent } from "./index.ts";
