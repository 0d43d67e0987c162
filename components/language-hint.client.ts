/** Offers the page in the reader's own language where their browser asks for one that it has, and leads nobody there. */
const place = document.querySelector<HTMLElement>("[data-language-hint]")!;
const lines = [...place.querySelectorAll<HTMLElement>("[lang]")];

for (const tag of navigator.languages) {
  const [language = ""] = tag.toLowerCase().split("-");
  if (language === document.documentElement.lang) break;
  const line = lines.find(({ lang }) => lang === language);
  if (!line) continue;
  line.hidden = false;
  place.hidden = false;
  line.querySelector("button")!.addEventListener("click", () => {
    place.hidden = true;
  });
  break;
}
