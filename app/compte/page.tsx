import { ApplicationCards } from "@/app/applications/_components/application-cards";
import { Avatar } from "@/components/ui/avatar";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/card";
import { openTo } from "@/lib/accounts/applications/policy";
import { readSummary } from "@/lib/accounts/identity/read-summary";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { dataRows, profileRows, securityRows } from "./_components/summary-of";
import { SummaryRows } from "./_components/summary-rows";

export const metadata = titled("Mon compte");

/** The home of the account: says in clear that one is signed in, where to go next, and what the account holds (MC-15, MC-30). */
export default page({ name: "account.home", policy: "signed_in" }, async (ctx) => {
  if (ctx.actor.kind !== "account") return null;
  const { firstName, lastName, address } = ctx.actor;
  const [summary, { shortName }] = await Promise.all([readSummary(ctx), readInstitution(ctx)]);
  const others = openTo(ctx.actor).filter(({ id }) => id !== "compte");
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
        <Avatar
          name={`${firstName} ${lastName}`}
          src={summary.pictureFileId === null ? undefined : paths.api.file(summary.pictureFileId)}
          size="large"
        />
        <div className="min-w-0 flex-[1_1_18rem]">
          <PageHeader title={`Bonjour ${firstName}`} lead={`Vous êtes connecté à votre compte ${shortName} avec l’adresse ${address}.`} />
        </div>
      </div>
      <Section
        title="Où aller maintenant ?"
        lead={others.length === 0 ? undefined : "Ouvrez une application : votre compte y donne accès sans autre mot de passe."}
      >
        {others.length === 0 ? (
          <p className="measure">
            Aucune autre application ne vous est ouverte pour l’instant. Elles apparaîtront ici dès qu’un accès vous sera donné ; en
            attendant, vous pouvez compléter votre compte ci-dessous.
          </p>
        ) : (
          <ApplicationCards applications={others} />
        )}
      </Section>
      <Section title="Votre compte">
        <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
          <SummaryRows title="Mon profil" rows={profileRows(summary)} />
          <SummaryRows title="Ma sécurité" rows={securityRows(summary)} />
          <SummaryRows title="Mes données" rows={dataRows(summary)} />
        </div>
      </Section>
    </>
  );
});
