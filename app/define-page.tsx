import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PageFrame } from "../components/page-frame.tsx";
import { type Document, documentAt, getContent } from "../content/index.ts";
import { describe } from "../content/page-description.ts";
import { metadataOf } from "./metadata.ts";
import { StructuredData } from "./structured-data.tsx";

type Params = { params: Promise<{ lang: string }> };

/**
 * A page with a route of its own whose words lie in content under the same permalink. It exists in every
 * language that has this document. Takes the permalink and what to show; `scripted` where that has a script, and
 * `ownNote` where it says itself that it is a translation. Gives what a page.tsx exports.
 */
export function definePage(
  permalink: string,
  show: (page: { document: Document; lang: string }) => ReactNode,
  { scripted = false, ownNote = false } = {},
) {
  return {
    generateStaticParams(): { lang: string }[] {
      const content = getContent();
      return content.languages
        .filter((lang) => documentAt(content, lang, permalink))
        .map((lang) => ({ lang }));
    },
    async generateMetadata({ params }: Params): Promise<Metadata> {
      const { lang } = await params;
      const content = getContent();
      return metadataOf(describe(documentAt(content, lang, permalink) ?? notFound(), content), content);
    },
    async Page({ params }: Params) {
      const { lang } = await params;
      const content = getContent();
      const document = documentAt(content, lang, permalink) ?? notFound();
      const page = describe(document, content);
      return (
        <PageFrame lang={lang} page={page} document={ownNote ? undefined : document} scripted={scripted}>
          {show({ document, lang })}
          <StructuredData page={page} />
        </PageFrame>
      );
    },
  };
}
