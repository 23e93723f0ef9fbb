import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { dateTime } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readLocalMail } from "@/lib/mail/local-mailbox";
import { LinkedText } from "../_components/linked-text";

export const metadata = titled("Courriel");

export default page({ name: "local_mail.read", policy: "visitor", only: "demonstration" }, async (ctx, { params }) => {
  const mail = await readLocalMail(ctx, params["id"] ?? "");
  return (
    <>
      <Breadcrumb parents={[{ label: "Courrier local", href: paths.localMail() }]} current={mail.subject} />
      <PageHeader title={mail.subject} />
      <DefinitionList
        items={[
          { term: "De", value: mail.from },
          { term: "À", value: mail.to },
          { term: "Envoyé", value: dateTime(mail.sentAt) },
          { term: "Mise en forme", value: <TextLink href={paths.api.localMail(mail.id)}>Voir le courriel mis en forme</TextLink> },
        ]}
      />
      <div className="measure mt-6 rounded-lg border border-line bg-surface-raised p-5 break-words whitespace-pre-wrap">
        <LinkedText text={mail.text} />
      </div>
    </>
  );
});
