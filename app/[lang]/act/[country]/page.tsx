import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CountryPage } from "../../../../components/country-page.tsx";
import { documentAt, getContent } from "../../../../content/index.ts";
import type { Country } from "../../../../content/schema.ts";
import { metadataOfCountry } from "../../../metadata.ts";

type Params = { params: Promise<{ lang: string; country: string }> };

export const dynamicParams = false;

export function generateStaticParams({ params: { lang } }: { params: { lang: string } }) {
  const content = getContent();
  if (!documentAt(content, lang, "/act")) return [];
  return [...content.countries.keys()].map((code) => ({ country: code.toLowerCase() }));
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { lang, country } = await countryOf(params);
  return metadataOfCountry(country, lang, getContent());
}

export default async function Page({ params }: Params) {
  const { lang, country } = await countryOf(params);
  return <CountryPage country={country} lang={lang} />;
}

async function countryOf(params: Params["params"]): Promise<{ lang: string; country: Country }> {
  const { lang, country } = await params;
  return { lang, country: getContent().countries.get(country.toUpperCase()) ?? notFound() };
}
