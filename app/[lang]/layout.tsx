import "../globals.css";
import type { ReactNode } from "react";
import { getContent } from "../../content/index.ts";

export const dynamicParams = false;
// The build fails if a page below asks for anything that only a request can tell.
export const dynamic = "error";

export function generateStaticParams() {
  return getContent().languages.map((lang) => ({ lang }));
}

export default async function Layout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ lang: string }>;
}) {
  const { lang } = await params;
  return (
    <html lang={lang} dir="ltr">
      <body>
        {children}
        {/* Loads the page again when content changes; app/_dev/server.mjs serves it. */}
        {process.env.NODE_ENV === "development" && <script async src="/_dev/reload.js" />}
      </body>
    </html>
  );
}
