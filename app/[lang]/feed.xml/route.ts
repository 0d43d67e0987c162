import { getContent } from "../../../content/index.ts";
import { atomFeed } from "../../feed.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return getContent().languages.map((lang) => ({ lang }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ lang: string }> }) {
  return new Response(atomFeed((await params).lang), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
