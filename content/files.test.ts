import { mkdirSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isPublicFile, list, readPublic, readText } from "./files.ts";
import { type Site, site } from "./testing.ts";

const file = "en/articles/test.md";

function faultOf(copy: Site, name = file) {
  const read = readText(copy.root, name);
  return "fault" in read ? read.fault : null;
}

describe("a content file", () => {
  test.each([
    ["UTF-16", Buffer.from("\uFEFFone", "utf16le"), 1, /saved as UTF-16/, /Save it as UTF-8/],
    ["UTF-16 of the other order", Buffer.from("\uFEFFone", "utf16le").swap16(), 1, /UTF-16/, /UTF-8/],
    ["Latin-1", Buffer.from("one\ntwo\ncafé\n", "latin1"), 3, /not valid UTF-8/, /Save it as UTF-8/],
    [
      "Latin-1 after UTF-8",
      Buffer.concat([Buffer.from("é\n\uFFFD\n"), Buffer.from([0xe9])]),
      3,
      /UTF-8/,
      /UTF-8/,
    ],
    ["half a character at the end", Buffer.from("one\né").subarray(0, -1), 2, /not valid UTF-8/, /UTF-8/],
    ["NUL", "one\ntwo\0", 2, /control character U\+0000/, /Delete the character/],
    ["ESC", "\u001B[31m", 1, /control character U\+001B/, /Delete the character/],
    ["half a megabyte", "a".repeat(512 * 1024 + 1), 1, /larger than 512 KiB/, /Divide it/],
  ])("of %s is refused", (_, bytes, line, reason, remedy) => {
    const copy = site();
    copy.write(`content/${file}`, bytes);
    expect(faultOf(copy)).toMatchObject({
      level: "error",
      file: `content/${file}`,
      line,
      reason: expect.stringMatching(reason),
      remedy: expect.stringMatching(remedy),
    });
  });

  test("has its line ends made alike and its byte order mark taken off", () => {
    const copy = site();
    copy.write(`content/${file}`, "\uFEFFone\r\ntwo\rthree\nfour");
    expect(readText(copy.root, file)).toEqual({ text: "one\ntwo\nthree\nfour" });
  });

  test("that is missing, or is a folder, is told so", () => {
    const copy = site();
    mkdirSync(copy.path(`content/${file}`));
    expect(faultOf(copy)?.reason).toBe("it is not a file.");
    expect(faultOf(copy, "en/nothing.md")?.reason).toBe("the file is missing.");
    expect(faultOf(copy, "en/\0.md")?.reason).toBe("the file is missing.");
  });

  test.each(["../secret.md", "../../../../etc/passwd", "/etc/passwd", "en/../../secret.md"])(
    "outside the folder is not read: %s",
    (name) => {
      const copy = site();
      copy.write("secret.md", "secret");
      expect(faultOf(copy, name)?.reason).toBe("it lies outside the content folder.");
    },
  );

  test("is not read through a link that leads out of the folder", () => {
    const copy = site();
    copy.write("secret.md", "secret");
    symlinkSync(copy.path("secret.md"), copy.path("content/en/articles/link.md"));
    symlinkSync(copy.folder, copy.path("content/en/linked"));
    expect(faultOf(copy, "en/articles/link.md")?.reason).toBe("it lies outside the content folder.");
    expect(faultOf(copy, "en/linked/secret.md")?.reason).toBe("it lies outside the content folder.");
  });

  test("is read through a link within the folder, and one whose name begins with two points", () => {
    const copy = site();
    copy.write(`content/..${file}`.replace("/en", "en"), "x");
    copy.write("content/..notes/test.md", "text");
    symlinkSync(copy.path("content/..notes/test.md"), copy.path("content/en/link.md"));
    expect(readText(copy.root, "..notes/test.md")).toEqual({ text: "text" });
    expect(readText(copy.root, "en/link.md")).toEqual({ text: "text" });
  });
});

test.each([
  ...[
    "Thumbs.db",
    "desktop.ini",
    "b.md~",
    ".b.md.swp",
    "b.md.swp",
    "b.md.orig",
    "b.md.bak",
    "~$b.docx",
    "#b.md#",
  ],
])("what a system or an editor leaves behind is not listed: %s", (name) => {
  const copy = site();
  copy.write("content/x/b.md", "");
  copy.write(`content/x/${name}`, "");
  expect(list(copy.root, "x")).toEqual(["x/b.md"]);
});

test("files are listed in one order, without hidden ones and without following links", () => {
  const copy = site();
  copy.write("content/x/b.md", "");
  copy.write("content/x/a/c.md", "");
  copy.write("content/x/.hidden", "");
  symlinkSync(copy.folder, copy.path("content/x/out"));
  expect(list(copy.root, "x")).toEqual(["x/a/c.md", "x/b.md", "x/out"]);
  expect(list(copy.root, "nothing")).toEqual([]);
});

describe("a public file", () => {
  test("is found by its address, also where that is encoded", () => {
    const copy = site();
    copy.write("public/a/wax seal.png", "x");
    copy.write("public/.well-known/security.txt", "x");
    expect(isPublicFile(copy.root, "/a/wax%20seal.png")).toBe(true);
    expect(isPublicFile(copy.root, "/.well-known/security.txt")).toBe(true);
    expect(readPublic(copy.root, "/a/wax%20seal.png").toString()).toBe("x");
  });

  test.each([
    "/",
    "/a",
    "/nothing.png",
    "/%",
    "/%00",
    "/../secret.md",
    "/%2e%2e/secret.md",
    "/..%2fsecret.md",
    "//etc/passwd",
    "/link.md",
  ])("is not found at %s", (address) => {
    const copy = site();
    copy.write("secret.md", "secret");
    copy.write("public/a/b.png", "x");
    symlinkSync(copy.path("secret.md"), copy.path("public/link.md"));
    expect(isPublicFile(copy.root, address)).toBe(false);
    expect(() => readPublic(copy.root, address)).toThrow();
  });

  test("is not found where there is no public folder", () => {
    const copy = site();
    copy.remove("public");
    expect(isPublicFile(copy.root, "/../content/site.yaml")).toBe(false);
  });
});
