import type { MetadataRoute } from "next";
import { defaultLanguage } from "../content/address.ts";
import { descriptionOf } from "../content/description.ts";
import { documentAt, getContent } from "../content/index.ts";

/** What a phone needs to put the site among its apps. There is no service worker: nothing runs behind a page. */
export default function manifest(): MetadataRoute.Manifest {
  const content = getContent();
  return {
    name: content.site.name,
    description: descriptionOf(documentAt(content, defaultLanguage, "/")!, content),
    lang: defaultLanguage,
    start_url: "/",
    display: "browser",
    background_color: "#fbfaf6",
    theme_color: "#a4262c",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/apple-icon.png", sizes: "180x180", type: "image/png" },
    ],
  };
}
