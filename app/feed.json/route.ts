import { jsonFeed } from "../feed.ts";

export const dynamic = "force-static";

export async function GET() {
  return new Response(await jsonFeed(), {
    headers: { "Content-Type": "application/feed+json; charset=utf-8" },
  });
}
