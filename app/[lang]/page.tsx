import { ArticleList } from "../../components/article-list.tsx";
import { Hero } from "../../components/hero.tsx";
import { StatementLead } from "../../components/statement-lead.tsx";
import { Status } from "../../components/status.tsx";
import { definePage } from "../define-page.tsx";

const home = definePage("/", ({ document, lang }) => (
  <>
    <Hero document={document} />
    <StatementLead lang={lang} />
    <ArticleList lang={lang} limit={3} />
    <Status lang={lang} />
  </>
));

export const { generateStaticParams, generateMetadata } = home;
export default home.Page;
