import { expect, test } from "vitest";
import { clients, linkPreviewOf, withoutPicture } from "./link-preview.ts";

const base = {
  metadataBase: new URL("https://sealed.example.org"),
  title: "A title · Site",
  description: "What it is about.",
  openGraph: { title: "A title", description: "What it is about.", url: "/blog/x.html", siteName: "Site" },
};
const withImage = (images: NonNullable<(typeof base.openGraph & { images: unknown })["images"]>) =>
  linkPreviewOf({ ...base, openGraph: { ...base.openGraph, images: images as string } });
const [mastodon, signal, whatsApp] = clients;

test("a preview is read from the page's own head", () => {
  const preview = linkPreviewOf({ ...base, twitter: { card: "summary_large_image" } });
  expect(preview).toMatchObject({
    address: "https://sealed.example.org/blog/x.html",
    host: "sealed.example.org",
    title: "A title",
    description: "What it is about.",
    search: { title: "A title · Site" },
    image: null,
    large: true,
  });
  expect(linkPreviewOf({ ...base, twitter: { card: "summary" } }).large).toBe(false);
});

test("search results cut titles and descriptions", () => {
  const { search } = linkPreviewOf({ ...base, title: "word ".repeat(30), description: "word ".repeat(60) });
  expect(search.title.length).toBeLessThanOrEqual(60);
  expect(search.title).toMatch(/word…$/);
  expect(search.description.length).toBeLessThanOrEqual(160);
});

test.each([
  ["a text", "/images/x.png", "/images/x.png", "png"],
  ["a URL", new URL("https://cdn.example.org/x.JPG"), "https://cdn.example.org/x.JPG", "jpeg"],
  ["an object", { url: "/og/x?v=1", type: "image/png", alt: "What it shows" }, "/og/x?v=1", "png"],
  ["the first of several", [{ url: "/a.svg" }, { url: "/b.png" }], "/a.svg", "svg"],
])("the picture is taken as it is given: %s", (_, images, src, type) => {
  expect(withImage(images).image).toMatchObject({ src, type });
});

test("each client leaves out what it does not take", () => {
  expect(withoutPicture(withImage("/x.png").image!, whatsApp, 600_000)).toBeNull();
  expect(withoutPicture(withImage("/x.png").image!, whatsApp, 700_000)).toBe(
    "No picture: it has 700 kB, and 600 kB is the most.",
  );
  expect(withoutPicture(withImage("/x.png").image!, mastodon, 700_000)).toBeNull();
  expect(withoutPicture(withImage("/x.png").image!, mastodon, undefined)).toBeNull();
  expect(withoutPicture(withImage("/x.svg").image!, signal, 1)).toBe("No picture: SVG is not shown.");
});

test("a head without a title is no head", () => {
  expect(() => linkPreviewOf({ ...base, openGraph: { ...base.openGraph, title: "" } })).toThrow(
    /no complete head/,
  );
});
