import { ArticleList } from "../../components/article-list.tsx";
import { Hero } from "../../components/hero.tsx";
import { PassOn } from "../../components/pass-on.tsx";
import { StatementLead } from "../../components/statement-lead.tsx";
import { Status } from "../../components/status.tsx";
import { getContent } from "../../content/index.ts";
import { describe } from "../../content/page-description.ts";
import { definePage } from "../define-page.tsx";

const home = definePage("/", ({ document, lang }) => (
  <>
    <Hero document={document} />
    <StatementLead lang={lang} />
    <ArticleList lang={lang} limit={3} />
    <Status lang={lang} />
    <PassOn page={describe(document, getContent())} />
  </>
));

export const { generateStaticParams, generateMetadata } = home;
export default home.Page;
