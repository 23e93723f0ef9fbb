import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { RichText } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import { type NewsArticle, readNews } from "@/lib/content/news/read-news";
import { longDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";

export const metadata = titled("Actualités");

/** All news, each folded but for the one that was asked for, or the newest (EI-02). */
export default page({ name: "trainers.news", policy: "visitor" }, async (ctx, { searchParams }) => {
  const asked = text(searchParams["article"]);
  const { articles, older, newer } = await readNews(ctx, { from: asked ?? text(searchParams["depuis"]) ?? null });
  const found = articles.find(({ id }) => id === asked);
  const open = found?.id ?? articles[0]?.id;
  return (
    <>
      <PageHeader title="Actualités" lead="Ce qui change dans l’Espace Intervenants et dans les structures." />
      {articles.length === 0 ? (
        <EmptyState title="Aucune actualité pour le moment">
          <p>Les prochaines paraîtront ici.</p>
        </EmptyState>
      ) : (
        <div className="max-w-3xl space-y-3">
          {articles.map((article) => (
            <Article key={article.id} article={article} open={article.id === open} highlighted={article.id === found?.id} />
          ))}
        </div>
      )}
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        {older !== null && <TextLink href={paths.trainers.news({ depuis: older })}>Actualités plus anciennes</TextLink>}
        {newer && <TextLink href={paths.trainers.news()}>Actualités les plus récentes</TextLink>}
      </p>
    </>
  );
});

/** Native, so that it folds without JavaScript; its address scrolls to it. */
function Article({ article, open, highlighted }: { readonly article: NewsArticle; readonly open: boolean; readonly highlighted: boolean }) {
  const { id, title, summary, body, publishedAt } = article;
  return (
    <article aria-labelledby={`titre-${id}`} aria-current={highlighted ? "true" : undefined}>
      <details
        id={id}
        open={open}
        data-outlined
        className={clsx(
          "group scroll-mt-6 rounded-lg border bg-surface-raised",
          highlighted ? "border-l-4 border-accent bg-accent-soft" : "border-line",
        )}
      >
        <summary className="flex items-start justify-between gap-4 rounded-lg px-4 py-3 hover:text-accent sm:px-5">
          <div className="min-w-0">
            <h2 id={`titre-${id}`} className="text-lg">
              {title}
            </h2>
            <p className="text-sm text-ink-soft">Publié le {longDate(publishedAt)}</p>
            <p className="mt-1 text-ink group-open:hidden">{summary}</p>
          </div>
          <ChevronDown aria-hidden size={20} className="rotate-when-open mt-1 shrink-0 text-ink-soft" />
        </summary>
        <div className="border-t border-line px-4 py-4 sm:px-5">
          <p className="mb-4 font-semibold">{summary}</p>
          <RichText text={body} heading="h3" className="measure" />
        </div>
      </details>
    </article>
  );
}
