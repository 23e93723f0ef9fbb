import { TextLink } from "@/components/ui/text-link";
import { longDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";

interface Props {
  readonly news: readonly { readonly id: string; readonly title: string; readonly summary: string; readonly publishedAt: Date }[];
}

/** The latest news in a few lines; each leads to its whole text, open in the list (EI-01, EI-02). */
export function NewsSummaries({ news }: Props) {
  if (news.length === 0) return <p className="text-ink-soft">Aucune actualité pour le moment.</p>;
  return (
    <>
      <ul className="divide-y divide-line">
        {news.map(({ id, title, summary, publishedAt }) => (
          <li key={id} className="py-3 first:pt-0">
            <p className="font-semibold">
              <TextLink href={paths.trainers.newsItem(id)} prefetch={false}>
                {title}
              </TextLink>
            </p>
            <p className="text-sm text-ink-soft">{longDate(publishedAt)}</p>
            <p className="mt-1">{summary}</p>
          </li>
        ))}
      </ul>
      <p className="border-t border-line pt-3">
        <TextLink href={paths.trainers.news()} prefetch={false}>
          Voir plus <span className="sr-only">d’actualités</span>
        </TextLink>
      </p>
    </>
  );
}
