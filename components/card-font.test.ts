import { expect, test } from "vitest";
import { cardFonts, drawable, widthOf } from "./card-font.ts";

// Every letter that the official languages of the EU write, and their punctuation.
const letters = [
  "AaĄąÁáÀàÂâÃãÄäÅåÆæĂăĀāBbCcĆćČčÇçĊċDdĎďĐđEeĘęÉéÈèÊêËëĚěĖėĒēFfGgĢģĞğĠġHhĦħIiÍíÌìÎîÏïĮįĪī",
  "JjKkĶķLlŁłĹĺĽľĻļMmNnŃńŇňÑñŅņOoÓóÒòÔôÖöÕõØøŐőŒœPpQqRrŔŕŘřSsŚśŠšȘșßTtŤťȚțUuÚúÙùÛûÜüŮůŰűŲųŪū",
  "VvWwXxYyÝýŸÿZzŹźŽžŻż",
  "ΑαΆάΒβΓγΔδΕεΈέΖζΗηΉήΘθΙιΊίΪϊΐΚκΛλΜμΝνΞξΟοΌόΠπΡρΣσςΤτΥυΎύΫϋΰΦφΧχΨψΩωΏώ",
  "АаБбВвГгДдЕеЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЬьЮюЯя",
  "0123456789.,:;!?-–—…·'‘’‚\"“”„«»‹›()/&%€",
];

test("the cards have every letter of the EU's languages", () => {
  for (const text of letters) expect(drawable(text, "test")).toBe(text.normalize("NFC"));
});

test("a letter is as wide as the font says", () => {
  expect(widthOf("")).toBe(0);
  // Half the size and a little more, as in every book face in bold.
  expect(widthOf("n")).toBeGreaterThan(0.5);
  expect(widthOf("n")).toBeLessThan(0.7);
  expect(widthOf("W")).toBeGreaterThan(widthOf("n"));
  expect(widthOf("n")).toBeGreaterThan(widthOf("i"));
  expect(widthOf("Ж")).toBeGreaterThan(widthOf("г"));
  expect(widthOf("Ελλάδα")).toBeCloseTo([..."Ελλάδα"].reduce((sum, letter) => sum + widthOf(letter), 0));
});

test("a pictograph is left out, also one of several characters", () => {
  expect(drawable("Sealed 💌 for 👩‍👧 all ✉️", "test")).toBe("Sealed for all");
});

test("a letter that no font has is told instead of lost", () => {
  expect(() => drawable("封", "/blog/x.html")).toThrow(
    /\/blog\/x\.html: .* no “封”\. Write a title without it/,
  );
});

test("the fonts are read once, and satori is given the same list each time", () => {
  expect(cardFonts().fonts).toBe(cardFonts().fonts);
});
