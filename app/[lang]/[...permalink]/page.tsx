import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Article } from "../../../components/article.tsx";
import { PageDocument } from "../../../components/page-document.tsx";
import { PageFrame } from "../../../components/page-frame.tsx";
import { Statement } from "../../../components/statement.tsx";
import { fixedPages } from "../../../content/address.ts";
import { type Document, documentAt, getContent } from "../../../content/index.ts";
import { describe } from "../../../content/page-description.ts";
import { metadataOf } from "../../metadata.ts";
import { StructuredData } from "../../structured-data.tsx";

type Params = { params: Promise<{ lang: string; permalink: string[] }> };

const views = { article: Article, statement: Statement, page: PageDocument };

export const dynamicParams = false;

export function generateStaticParams({ params: { lang } }: { params: { lang: string } }) {
  const { documents, drafts } = getContent();
  return [...documents, ...drafts]
    .filter((document) => document.lang === lang)
    .filter((document) => !(fixedPages as readonly string[]).includes(document.permalink))
    .map((document) => ({ permalink: document.permalink.slice(1).split("/") }));
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return metadataOf(describe(await documentOf(params), getContent()), getContent());
}

export default async function Page({ params }: Params) {
  const document = await documentOf(params);
  const page = describe(document, getContent());
  const View = views[document.kind];
  return (
    <PageFrame lang={document.lang} page={page} document={document.kind === "page" ? document : undefined}>
      <View document={document} />
      <StructuredData page={page} />
    </PageFrame>
  );
}

async function documentOf(params: Params["params"]): Promise<Document> {
  const { lang, permalink } = await params;
  return documentAt(getContent(), lang, `/${permalink.join("/")}`) ?? notFound();
}
