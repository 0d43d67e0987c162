import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CountryPage } from "../../../../components/country-page.tsx";
import { PageFrame } from "../../../../components/page-frame.tsx";
import { documentAt, getContent } from "../../../../content/index.ts";
import { describeCountry } from "../../../../content/page-description.ts";
import type { Country } from "../../../../content/schema.ts";
import { metadataOf } from "../../../metadata.ts";
import { StructuredData } from "../../../structured-data.tsx";

type Params = { params: Promise<{ lang: string; country: string }> };

export const dynamicParams = false;

export function generateStaticParams({ params: { lang } }: { params: { lang: string } }) {
  const content = getContent();
  if (!documentAt(content, lang, "/act")) return [];
  return [...content.countries.keys()].map((code) => ({ country: code.toLowerCase() }));
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { lang, country } = await countryOf(params);
  return metadataOf(describeCountry(country, lang, getContent()), getContent());
}

export default async function Page({ params }: Params) {
  const { lang, country } = await countryOf(params);
  const page = describeCountry(country, lang, getContent());
  return (
    <PageFrame lang={lang} page={page} document={documentAt(getContent(), lang, "/act")} scripted>
      <CountryPage country={country} lang={lang} />
      <StructuredData page={page} />
    </PageFrame>
  );
}

async function countryOf(params: Params["params"]): Promise<{ lang: string; country: Country }> {
  const { lang, country } = await params;
  return { lang, country: getContent().countries.get(country.toUpperCase()) ?? notFound() };
}
