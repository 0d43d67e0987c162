import { getContent } from "../../../content/index.ts";
import { securityText } from "../../../content/security-text.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

/** There is no such file while content/site.yaml names nobody to write to. */
export function generateStaticParams() {
  return securityText(getContent()) === null ? [] : [{ file: "security.txt" }];
}

export function GET() {
  return new Response(securityText(getContent()), {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
