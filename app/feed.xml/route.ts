import { atomFeed } from "../feed.ts";

export const dynamic = "force-static";

export async function GET() {
  return new Response(await atomFeed(), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
