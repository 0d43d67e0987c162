/** What `next.config.mjs` takes from here, in one module: each module that it loads brings all that it imports anew. */
export { countryPermalink, permalinkRedirects } from "./address.ts";
export { readAndCheck } from "./check-content.ts";
export { throwIfBroken } from "./fault.ts";
export { root } from "./files.ts";
export { handOver } from "./index.ts";
export { movedRedirects } from "./redirects.ts";
export { buildNotice, noIndexHeaders } from "./site-address.ts";
export { snapshotFile } from "./snapshot.ts";
