import { qrCode } from "../../../components/qr-code.tsx";
import { getContent } from "../../../content/index.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return getContent().languages.map((lang) => ({ lang }));
}

/** The QR code of a language's home page, for print. */
export async function GET(_request: Request, { params }: { params: Promise<{ lang: string }> }) {
  return new Response(qrCode((await params).lang), { headers: { "Content-Type": "image/svg+xml" } });
}
