import { SelectField } from "@/components/form/select-field";
import { mailsSearchOf, mailsTable } from "@/components/gestion/mails-table";
import { DataTable } from "@/components/table/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listMails } from "@/lib/mail/list-mails";
import { mailStateLabels, mailStates } from "@/lib/mail/vocabulary";
import { mailColumns } from "./_components/mail-columns";

export const metadata = titled("Courriels");

/** The mails written, and whether they left (AD-14). */
export default page({ name: "manage.mails", policy: "administrator", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = mailsSearchOf(searchParams);
  const { mails, next, previous, count, countIsCapped } = await listMails(ctx, search);
  return (
    <>
      <PageHeader
        title="Courriels"
        lead="Les courriels écrits par la plateforme, du plus récent au plus ancien. Ceux qui ne partent pas peuvent être renvoyés."
      />
      <DataTable
        spec={mailsTable}
        state={state}
        path={paths.manage.mails()}
        caption="Courriels"
        noun={{ one: "courriel", many: "courriels" }}
        total={{ count, capped: countIsCapped }}
        columns={mailColumns}
        rows={mails}
        rowKey={({ id }) => id}
        next={next}
        previous={previous}
        searchLabel="Rechercher un destinataire"
        searchHint="Tout ou partie de l’adresse"
        filters={
          <SelectField
            className="w-full sm:w-52"
            name="state"
            label="État"
            emptyLabel="Tous"
            defaultValue={search.state}
            options={mailStates.map((value) => ({ value, label: mailStateLabels[value] }))}
          />
        }
        empty={
          <EmptyState title="Aucun courriel n’a encore été écrit">
            <p>Ils apparaîtront ici dès la première inscription.</p>
          </EmptyState>
        }
      />
    </>
  );
});
