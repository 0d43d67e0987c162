import { expect, test } from "vitest";
import { readContent } from "./index.ts";
import { otherChanges, pagesToReview } from "./review.ts";
import { article, site } from "./testing.ts";

const seed = "content/en/articles/20240601-protecting-children-safety-requires-e2e-encryption.mdx";

test("a reviewer sees drafts, new pages and changed ones, each once, and what else has changed", () => {
  const copy = site();
  article(copy, "Text.", { draft: "true" }, "draft.mdx");
  const fresh = article(copy, "Text.", {}, "fresh.mdx");
  const content = readContent(copy.root, { drafts: true }).content!;
  const published = new Set(
    content.documents.map(({ address }) => address).filter((each) => !/fresh/.test(each)),
  );
  const why = (files: string[]) =>
    pagesToReview(content, published, { files: new Set(files), since: "main" }).map(({ document, why }) => [
      document.permalink,
      why,
    ]);
  const always = [
    ["/blog/draft.html", "draft"],
    ["/blog/fresh.html", "new"],
  ];
  expect(why([])).toEqual(always);
  expect(why([fresh, "content/en/pages/about.mdx"])).toEqual([...always, ["/about", "changed"]]);
  const { permalink } = content.documents.find(({ file }) => file === seed)!;
  for (const file of [
    seed,
    "public/blog/images/20240601-eu-privacy.png",
    "content/en/blog_previews/20240601.html",
  ])
    expect(why([file]), file).toEqual([...always, [permalink, "changed"]]);
  expect(pagesToReview(content, published, { reason: "none" })).toHaveLength(2);

  const changed = ["content/petition.yaml", "README.md", seed, "public/robots-are-nice.png"];
  const others = ["content/petition.yaml", "public/robots-are-nice.png"];
  expect(otherChanges(content, { files: new Set(changed), since: "main" })).toEqual(others);
  expect(otherChanges(content, { reason: "none" })).toEqual([]);
});
