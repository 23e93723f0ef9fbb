import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { longDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readOwnStatement } from "@/lib/trainers/dossier/honour/sign-honour";
import { SignForm } from "../_components/sign-form";

const title = "Attestation sur l’honneur";
export const metadata = titled(title);

/** The honour statement filled in with the person's own data, signed in the page (EI-106). */
export default page({ name: "trainers.dossier_honour", policy: "signed_in", application: "intervenants" }, async (ctx) => {
  const { statement, asked } = await readOwnStatement(ctx);
  return (
    <>
      <Breadcrumb
        parents={[
          { label: "Mon compte", href: paths.trainers.account },
          { label: "Données et pièces du dossier administratif", href: paths.trainers.dossier() },
        ]}
        current={title}
      />
      <PageHeader title={title} lead="Relisez, certifiez, signez : le document est joint à votre dossier et transmis." />
      {asked ? (
        <div className="max-w-3xl space-y-8">
          <section
            aria-label="Texte de l’attestation"
            data-outlined
            className="space-y-4 rounded-lg border border-line bg-surface-raised p-5 sm:p-8"
          >
            <p>{statement.opening}</p>
            <ul className="list-disc space-y-2 pl-5">
              {statement.declared.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p className="text-ink-soft">{statement.warning}</p>
            <p>Le {longDate(ctx.now)}.</p>
          </section>
          <p>
            Une donnée est fausse&nbsp;? Ne signez pas&nbsp;: corrigez-la d’abord dans{" "}
            <TextLink href={paths.trainers.dossier()}>votre dossier</TextLink> ou dans{" "}
            <TextLink href={paths.trainers.myInformation()}>vos informations</TextLink>.
          </p>
          <SignForm name={statement.name} />
        </div>
      ) : (
        <Alert tone="info" title="Votre statut ne demande pas d’attestation sur l’honneur.">
          <LinkButton href={paths.trainers.dossier()} variant="secondary">
            Revenir à mon dossier
          </LinkButton>
        </Alert>
      )}
    </>
  );
});
