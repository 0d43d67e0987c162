import {
  type Choice,
  type LetterData,
  letterParts,
  letterText,
  openGaps,
  type Part,
  type Point,
  points,
  type Recipient,
  recipients,
  reviseLetter,
} from "../content/letter.ts";
import { mailtoAddress, splitRecipients, type Way, wayOut } from "../content/mail.ts";

/**
 * Works the letter's form in the browser. Nothing the reader writes leaves this page except by their own
 * hand; the address keeps language, recipient and points, so that a reload or a link finds them again.
 */
function start(): void {
  const form = element<HTMLFormElement>("_form");
  const letters = JSON.parse(element("_letters").textContent ?? "") as LetterData;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const language = field("language");
  const recipient = field("recipient");
  const subject = field("subject");
  const letter = field("letter");
  const boxes = [...form.querySelectorAll<HTMLInputElement>("[name=points]")];
  const status = element("_status");
  let made: Part[] = [];
  let madeSubject = "";
  let told = "";

  form.reset();
  const spoken = navigator.languages.map((tag) => tag.split("-", 1)[0]!);
  language.value =
    spoken.find((code) => language.dataset.official!.split(" ").includes(code)) ?? language.value;
  readFragment();
  assemble();
  form.hidden = false;
  element("_ready").hidden = true;

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    if (target !== letter && target !== subject) assemble();
    if (target === language || target === recipient || boxes.includes(target as HTMLInputElement)) keep();
    update();
  });
  addEventListener("hashchange", () => {
    readFragment();
    assemble();
    keep();
  });
  form.addEventListener("click", (event) => {
    const target = event.target as Element;
    const gap = target.closest<HTMLElement>("[data-gap]");
    if (gap) {
      event.preventDefault();
      field(gap.dataset.gap!).focus();
    }
    const button = target.closest<HTMLElement>("[data-way], [data-copy], #_print");
    if (!button || (button.dataset.copy !== "subject" && isUnfinished(event))) return;
    if (button.dataset.copy) copy(field(button.dataset.copy), button.dataset.done ?? "");
    if (button.id === "_print") print();
  });

  function current() {
    return letters[language.value]!;
  }

  function assemble(): void {
    const { text } = current();
    const choice: Choice = {
      recipient: recipient.value as Recipient,
      points: boxes.filter((box) => box.checked).map((box) => box.value as Point),
      own: field("own").value,
      name: field("name").value,
      town: field("town").value,
    };
    const parts = letterParts(text, choice);
    letter.value = made.length ? reviseLetter(letter.value, made, parts) : letterText(parts);
    if (subject.value === madeSubject) subject.value = text.subject;
    made = parts;
    madeSubject = text.subject;
    for (const input of [letter, subject, field("own")]) input.lang = language.value;
    element("_draft").hidden = text.translation !== "draft";
    update();
  }

  /** Brings the links up to date with what stands in the letter. */
  function update(): void {
    const message = { to: splitRecipients(field("to").value), subject: subject.value, body: letter.value };
    const long = (way: Way) => {
      const out = wayOut(way, message);
      element<HTMLAnchorElement>(`_${way}`).href = out.address;
      return out.long;
    };
    element("_long").hidden = !long("mailto");
    // Both are asked, since asking also sets the link.
    element("_long-web").hidden = ![long("gmail"), long("outlook")].includes(true);
    element<HTMLAnchorElement>("_empty").href = mailtoAddress({ ...message, body: "" });
    status.textContent = "";
  }

  /** Tells once what is missing, before the letter leaves; the second time it goes. */
  function isUnfinished(event: Event): boolean {
    const open = openGaps(letter.value, current().text);
    const gaps = element("_gaps");
    for (const item of gaps.querySelectorAll<HTMLElement>("[data-gap]")) {
      item.hidden = !(open as string[]).includes(item.dataset.gap!);
    }
    const tell = open.length > 0 && told !== open.join();
    gaps.hidden = !tell;
    told = tell ? open.join() : told;
    if (tell) {
      event.preventDefault();
      gaps.focus();
    }
    return tell;
  }

  async function copy(source: HTMLInputElement, done: string): Promise<void> {
    let copied = true;
    try {
      await navigator.clipboard.writeText(source.value);
    } catch {
      source.select();
      copied = document.execCommand("copy");
    }
    status.textContent = copied ? done : status.dataset.failed!;
  }

  function print(): void {
    const paper = element("_paper");
    const now = new Date();
    const day = current().days[now.getMonth()]!;
    const [date, heading, text] = [...paper.children];
    date!.textContent = day.replace("%d", `${now.getDate()}`).replace("%y", `${now.getFullYear()}`);
    heading!.textContent = subject.value;
    text!.textContent = letter.value;
    paper.lang = language.value;
    paper.hidden = false;
    addEventListener("afterprint", () => (paper.hidden = true), { once: true });
    window.print();
  }

  function keep(): void {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    const fragment = `#language=${language.value}&to=${recipient.value}&points=${chosen.join(".")}`;
    history.replaceState(history.state, "", fragment);
  }

  function readFragment(): void {
    const kept = new URLSearchParams(location.hash.slice(1));
    const code = kept.get("language") ?? "";
    if (Object.hasOwn(letters, code)) language.value = code;
    const to = kept.get("to") as Recipient;
    if (recipients.includes(to)) recipient.value = to;
    const chosen = kept.get("points")?.split(".");
    if (chosen?.every((point) => points.includes(point as Point) || point === "")) {
      for (const box of boxes) box.checked = chosen.includes(box.value);
    }
  }
}

function element<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

// Not before the page is complete, so that nothing else that starts with the page finds it changed.
if (document.readyState === "complete") start();
else addEventListener("load", start);
