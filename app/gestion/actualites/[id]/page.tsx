import { ActionButton } from "@/components/form/action-button";
import { NewsStateBadge } from "@/components/gestion/content-badges";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RichText } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import { type ManagedNews, readManagedNews } from "@/lib/content/news/manage-news";
import { dateTime, parisDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { ScheduleForm } from "../_components/schedule-form";
import { publishNewsAction, withdrawNewsAction } from "../actions";

export const metadata = titled("Une actualité");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  cree: "Le brouillon est enregistré.",
  enregistre: "L’actualité est enregistrée.",
  publie: "L’actualité est publiée : elle est visible de tous.",
  programme: "La publication est programmée.",
  retire: "L’actualité n’est plus visible.",
};

/** One item as it will be read, and what can be done with it (AD-07). */
export default page(
  { name: "manage.news_item", policy: "administrator", application: "gestion" },
  async (ctx, { params, searchParams }) => {
    const item = await readManagedNews(ctx, params["id"] ?? "");
    const arrival = arrivals[text(searchParams["message"]) ?? ""];
    return (
      <>
        <Breadcrumb parents={[{ label: "Actualités", href: paths.manage.news() }]} current={item.title} />
        <PageHeader
          title={item.title}
          eyebrow={<NewsStateBadge state={item.state} />}
          lead={momentOf(item)}
          actions={<LinkButton href={paths.manage.editNews(item.id)}>Modifier</LinkButton>}
        />
        {arrival !== undefined && (
          <div className="mb-6">
            <Alert tone="success" title={arrival} role="status" />
          </div>
        )}
        <Section title="Ce qu’on lit" id="lecture">
          <div data-outlined className="max-w-3xl rounded-lg border border-line bg-surface-raised p-5 sm:p-6">
            <p className="mb-4 font-semibold">{item.summary}</p>
            <RichText text={item.body} heading="h3" />
          </div>
        </Section>
        <Section title="Ce que l’on peut en faire" id="actes">
          <Acts item={item} />
        </Section>
      </>
    );
  },
);

function momentOf({ state, publishAt, withdrawnAt }: ManagedNews): string {
  if (state === "withdrawn" && withdrawnAt !== null) return `Retirée le ${dateTime(withdrawnAt)}`;
  if (publishAt === null) return "L’administration seule la voit.";
  return state === "scheduled" ? `Paraîtra le ${dateTime(publishAt)}` : `Publiée le ${dateTime(publishAt)}`;
}

function Acts({ item: { id, version, state, publishAt } }: { readonly item: ManagedNews }) {
  const fields = { newsId: id, version: String(version) };
  const withdraw = (label: string) => (
    <ActionButton action={withdrawNewsAction} fields={{ newsId: id }} variant="secondary">
      {label}
    </ActionButton>
  );
  if (state === "published")
    return (
      <div className="flex flex-wrap items-center gap-4">
        <TextLink href={paths.trainers.newsItem(id)}>Voir sur le portail</TextLink>
        {withdraw("Retirer l’actualité")}
      </div>
    );
  const [, time = ""] = publishAt !== null && state === "scheduled" ? dateTime(publishAt).split(" à ") : [];
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        <ActionButton action={publishNewsAction} fields={fields} variant="primary">
          Publier tout de suite
        </ActionButton>
        {state === "scheduled" && withdraw("Annuler la programmation")}
      </div>
      <Disclosure
        title={state === "scheduled" ? "Changer le moment de la publication" : "Publier plus tard"}
        className="mt-6"
        open={state === "scheduled"}
      >
        <ScheduleForm newsId={id} version={version} day={publishAt === null || time === "" ? "" : parisDay(publishAt)} time={time} />
      </Disclosure>
    </>
  );
}
