import { browserScript, browserScripts } from "../../../components/browser-script.tsx";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return browserScripts.map((name) => ({ name: browserScript(name).file }));
}

/** A small script of ours, at an address that changes with it. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name: asked } = await params;
  const name = browserScripts.find((name) => browserScript(name).file === asked);
  if (!name) return new Response(null, { status: 404 });
  return new Response(browserScript(name).code, {
    headers: { "Content-Type": "text/javascript; charset=utf-8" },
  });
}
