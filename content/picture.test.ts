import { expect, test } from "vitest";
import { pictureSize } from "./picture.ts";
import { site } from "./testing.ts";

test("a picture has its width and height, by its address", () => {
  const copy = site();
  copy.write("public/a b.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"></svg>');
  expect(pictureSize(copy.root, "/a%20b.svg")).toEqual({ width: 300, height: 200 });
});

test.each([
  ["is missing", "/nothing.png"],
  ["is no picture", "/text.png"],
  ["lies elsewhere", "/../content/site.yaml"],
])("a picture that %s has none", (_, address) => {
  const copy = site();
  copy.write("public/text.png", "a text");
  expect(() => pictureSize(copy.root, address)).toThrow();
});
