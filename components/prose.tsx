import type { Root } from "hast";
import { compileMDX } from "next-mdx-remote/rsc";
import type { ComponentProps, ComponentType, ReactNode } from "react";
import type { Body } from "../content/body.ts";
import { ContentError } from "../content/fault.ts";
import { bodyOf, type Document, getContent, previewOf } from "../content/index.ts";
import { withLinksFollowed } from "../content/links.ts";
import { pictureSize } from "../content/picture.ts";
import type { ComponentName } from "../content/schema.ts";
import { AsOf } from "./as-of.tsx";
import { CallToAction } from "./call-to-action.tsx";
import { Corrections } from "./corrections.tsx";
import { CountryList } from "./country-list.tsx";
import { EuLink } from "./eu-link.tsx";
import { Operator } from "./operator.tsx";
import styles from "./prose.module.css";
import { Signatories } from "./signatories.tsx";
import { SizedImage } from "./sized-image.tsx";
import { Timeline } from "./timeline.tsx";

type Props = { document: Document };

/** A document's body as React. Stops the build where the body has faults, so that nothing unchecked is shown. */
export async function Prose({ document }: Props) {
  const content = await render(bodyOf(document), document);
  return <div className={styles.prose}>{content}</div>;
}

/** The HTML fragment that introduces a document in lists; nothing where it has none. */
export async function Preview({ document }: Props) {
  const preview = previewOf(document, getContent().root);
  return preview && render(preview, document);
}

async function render(body: Body, document: Document) {
  if (body.faults.some((fault) => fault.level === "error")) throw new ContentError(body.faults);
  const tree = withLinksFollowed(body.tree, document, getContent());
  // The reader has parsed and checked the text already; MDX is handed that tree instead of the text, so that
  // what was checked is what is shown, and nothing is parsed twice.
  const handOver = () => (): Root => tree;
  const { content } = await compileMDX({
    source: "",
    components: componentsFor(document.lang),
    options: { mdxOptions: { rehypePlugins: [handOver] } },
  });
  return content;
}

// biome-ignore lint/suspicious/noExplicitAny: the attributes of each component are checked by content/inspect.ts
function componentsFor(lang: string): Record<ComponentName | "img" | "a" | "table", ComponentType<any>> {
  return {
    CallToAction: () => <CallToAction lang={lang} />,
    Signatories: () => <Signatories lang={lang} />,
    Timeline: () => <Timeline lang={lang} />,
    AsOf: () => <AsOf lang={lang} />,
    Countries: () => <CountryList lang={lang} />,
    EuLink: (props: { to: string; children: ReactNode }) => <EuLink lang={lang} {...props} />,
    Operator: () => <Operator lang={lang} />,
    Corrections: () => <Corrections lang={lang} />,
    img: Img,
    a: Link,
    table: Table,
  };
}

/** A picture in a text: as wide as its author or the file says, but no wider than the text. */
function Img({ src, alt, width, height, ...props }: ComponentProps<"img">) {
  const picture = pictureSize(getContent().root, String(src));
  const ratio = picture.width / picture.height;
  const given = { width: pixels(width), height: pixels(height) };
  const shown = given.width ?? (given.height ? Math.round(given.height * ratio) : picture.width);
  return (
    <SizedImage
      loading="lazy"
      {...props}
      src={String(src)}
      alt={alt ?? ""}
      width={shown}
      height={given.height ?? Math.round(shown / ratio)}
      sizes={`min(${shown}px, 41rem, 90vw)`}
    />
  );
}

/** A width or height in HTML, where it is not a share of something. */
function pixels(value: string | number | undefined): number | undefined {
  const number = /^\d+(px)?$/.test(String(value)) ? Number.parseInt(String(value), 10) : 0;
  return number > 0 ? number : undefined;
}

function Link({ href, ...props }: ComponentProps<"a">) {
  return <a href={href} {...props} {...(href?.startsWith("https:") && { rel: "noopener noreferrer" })} />;
}

/** A table that is wider than a phone scrolls in a region of its own, which the keyboard reaches. */
function Table(props: ComponentProps<"table">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className={styles.table} tabIndex={0}>
      <table {...props} />
    </div>
  );
}
