import config from "./playwright.config.ts";
import { variants } from "./variants.mjs";

const keep = (process.env.KEEP ?? "site,fresh,preview,production").split(",");
const ports = keep.map((name) => String(variants[name as "site"].port));
export default {
  ...config,
  reporter: "list",
  webServer: (config.webServer as { url: string }[]).filter(({ url }) =>
    ports.some((port) => url.includes(port)),
  ),
};
