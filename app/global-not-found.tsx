import "./globals.css";
import type { Metadata } from "next";
import { NotFound } from "../components/not-found.tsx";
import { PageFrame } from "../components/page-frame.tsx";
import { defaultLanguage } from "../content/address.ts";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";

export function generateMetadata(): Metadata {
  const content = getContent();
  const t = translator(textsOf(content, defaultLanguage).messages, defaultLanguage);
  return { title: `${t("notFound.title")} · ${content.site.name}`, description: t("notFound.text") };
}

export default function GlobalNotFound() {
  return (
    <html lang={defaultLanguage} dir="ltr">
      <body>
        <PageFrame lang={defaultLanguage}>
          <NotFound />
        </PageFrame>
      </body>
    </html>
  );
}
