import { letterScript } from "../../../components/letter-script.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return [{ name: letterScript().name }];
}

export function GET() {
  return new Response(letterScript().text, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      // The name holds a hash of the text.
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
