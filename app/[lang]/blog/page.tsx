import { ArticleList } from "../../../components/article-list.tsx";
import { PageDocument } from "../../../components/page-document.tsx";
import { definePage } from "../../define-page.tsx";

const blog = definePage("/blog", ({ document, lang }) => (
  <PageDocument document={document}>
    <ArticleList lang={lang} />
  </PageDocument>
));

export const dynamicParams = false;
export const { generateStaticParams, generateMetadata } = blog;
export default blog.Page;
