import { browserScript, browserScripts } from "../../../components/browser-script.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return browserScripts.map((name) => ({ name: browserScript(name).file }));
}

/** A small script of ours. Its name holds a digest of its text, so it may be kept for ever. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name: file } = await params;
  const script = browserScripts.map(browserScript).find((each) => each.file === file);
  if (!script) return new Response(null, { status: 404 });
  return new Response(script.text, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
