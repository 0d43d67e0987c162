import type { Metadata } from "next";
import { CallToActionStates } from "../../../components/call-to-action-states.tsx";
import { FaultList } from "../../../components/fault-list.tsx";
import { LinkPreviewCards } from "../../../components/link-preview-cards.tsx";
import { PageFrame } from "../../../components/page-frame.tsx";
import { defaultLanguage } from "../../../content/address.ts";
import { changesOf } from "../../../content/changes.ts";
import { readAndCheck } from "../../../content/check-content.ts";
import { getContent, titleOf } from "../../../content/index.ts";
import { languageName } from "../../../content/names.ts";
import { describe } from "../../../content/page-description.ts";
import { publishedFile, readPublished } from "../../../content/published.ts";
import { addressesOf } from "../../../content/redirects.ts";
import { otherChanges, pagesToReview } from "../../../content/review.ts";
import { metadataOf } from "../../metadata.ts";
import styles from "./preview.module.css";

export const dynamicParams = false;

export function generateStaticParams() {
  return [{ lang: defaultLanguage }];
}

export const metadata: Metadata = { title: "What to review", robots: { index: false } };

/** What a reviewer needs on one page. Only previews have it: other builds know no file of this name. */
export default function Page() {
  const content = getContent();
  const published = readPublished(content.root);
  const changes = changesOf();
  const pages = pagesToReview(content, published, changes);
  const others = otherChanges(content, changes);
  const added = content.documents.filter(({ address }) => !published.has(address));
  return (
    <PageFrame lang={defaultLanguage}>
      <div className={styles.review}>
        <h1>What to review</h1>

        <h2>Warnings</h2>
        <FaultList
          faults={readAndCheck(content.root, { drafts: true }).faults}
          first={new Set(pages.map(({ document }) => document.file))}
        />

        <h2>Pages</h2>
        <p>
          {"since" in changes
            ? `Drafts, pages that are not published yet, and those that have changed since ${changes.since}.`
            : `Drafts and pages that are not published yet. Which of the others have changed cannot be told: ${changes.reason}.`}{" "}
          The cards are drawn from the head of each page, after what is known of these apps; their versions
          differ, and long texts may be cut elsewhere.
        </p>
        {pages.length === 0 && <p>None.</p>}
        {pages.map(({ document, why }) => (
          <section key={document.address} aria-label={titleOf(document)}>
            <h3>
              <a href={document.address}>{document.title}</a> ({why})
            </h3>
            <LinkPreviewCards metadata={metadataOf(describe(document, content), content)} />
          </section>
        ))}
        {others.length > 0 && (
          <>
            <h3>Changed as well</h3>
            <ul>
              {others.map((file) => (
                <li key={file}>
                  <code>{file}</code>
                </li>
              ))}
            </ul>
          </>
        )}

        <h2>Addresses</h2>
        <p>
          Compared with <code>content/{publishedFile}</code>, the list of what was published. An address on it
          that nothing answers stops the build, so that none is lost here.
        </p>
        <dl className={styles.addresses}>
          <dt>New</dt>
          {added.length === 0 && <dd>None.</dd>}
          {added.map(({ address }) => (
            <dd key={address}>{address}</dd>
          ))}
          <dt>Moved</dt>
          {content.moves.length === 0 && <dd>None.</dd>}
          {content.moves.flatMap((move) =>
            addressesOf(move).map((address, index) => (
              <dd key={address}>
                {address} leads to{" "}
                {move.inEach && move.languages[index] !== defaultLanguage
                  ? `/${move.languages[index]}${move.to}`
                  : move.to}
              </dd>
            )),
          )}
        </dl>

        <h2>The call to action in every state</h2>
        {content.languages.map((lang) => (
          <section key={lang} lang={lang} aria-label={languageName(lang, defaultLanguage)}>
            {content.languages.length > 1 && <h3 lang="en">{languageName(lang, defaultLanguage)}</h3>}
            <CallToActionStates lang={lang} />
          </section>
        ))}
      </div>
    </PageFrame>
  );
}
