import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { dateTime } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listLocalMails } from "@/lib/mail/local-mailbox";
import { AddressFilter } from "./_components/address-filter";

export const metadata = titled("Courrier local");

/** Every mail of the demonstration: nothing leaves this machine. */
export default page({ name: "local_mail.list", policy: "visitor", only: "demonstration" }, async (ctx, { searchParams }) => {
  const to = text(searchParams["to"]);
  const mails = await listLocalMails(ctx, { to });
  return (
    <>
      <PageHeader title="Courrier local" lead="Les courriels de cette démonstration : aucun ne quitte cet ordinateur." />
      <AddressFilter to={to ?? ""} />
      {mails.length === 0 ? (
        <EmptyState title="Aucun courriel">
          Les courriels envoyés par le site s’affichent ici, une ou deux secondes après l’action qui les cause.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface-raised">
          {mails.map((mail) => (
            <li key={mail.id} className="flex flex-col gap-1 p-4 sm:flex-row sm:items-baseline sm:justify-between">
              <span className="min-w-0 wrap-anywhere">
                <TextLink href={paths.localMailMessage(mail.id)}>{mail.subject}</TextLink>
                <span className="block text-sm wrap-anywhere text-ink-soft">À {mail.to}</span>
              </span>
              <time dateTime={mail.sentAt.toISOString()} className="shrink-0 text-sm text-ink-soft">
                {dateTime(mail.sentAt)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </>
  );
});
