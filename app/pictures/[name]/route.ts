import { getContent } from "../../../content/index.ts";
import { type Picture, type PictureCopy, picturesOf } from "../../../content/picture.ts";
import { makeCopy } from "./make-copy.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return picturesOf(getContent()).flatMap((picture) => copiesOf(picture).map(({ name }) => ({ name })));
}

/** A copy of a picture. Its address names its bytes, so it may be kept for ever. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const content = getContent();
  for (const picture of picturesOf(content)) {
    const copy = copiesOf(picture).find((each) => each.name === name);
    if (!copy) continue;
    const bytes = await makeCopy(content.root, picture, copy);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": `image/${copy.format}`,
        "Cache-Control": "public, max-age=31536000, immutable",
      },
    });
  }
  return new Response(null, { status: 404 });
}

function copiesOf({ copies, fallback }: Picture): PictureCopy[] {
  return fallback ? [...copies, fallback] : copies;
}
