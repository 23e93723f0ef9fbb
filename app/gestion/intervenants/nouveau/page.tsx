import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listWritableStructures } from "@/lib/trainers/ads/manage-ads";
import { NewTrainerForm } from "./_components/new-trainer-form";

export const metadata = titled("Créer un intervenant");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  cree: "L’intervenant est créé. Un courriel l’invite à confirmer son adresse et à choisir son mot de passe.",
  import: "Les intervenants sont créés. Chacun reçoit un courriel pour choisir son mot de passe.",
};

/** Creates a trainer whom the institution knows already (AD-16). */
export default page({ name: "manage.new_trainer", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const structures = await listWritableStructures(ctx);
  const arrival = arrivals[text(searchParams["message"]) ?? ""];
  return (
    <>
      <PageHeader
        title="Créer un intervenant"
        lead="Pour une personne que votre établissement connaît déjà. Son profil est validé aussitôt ; elle choisit son mot de passe par le courriel qu’elle reçoit, et complète son CV."
        actions={
          <LinkButton href={paths.manage.importTrainers} variant="secondary" prefetch={false}>
            Importer (CSV)
          </LinkButton>
        }
      />
      {arrival !== undefined && (
        <div className="mb-6">
          <Alert tone="success" role="status" title={arrival} />
        </div>
      )}
      <NewTrainerForm structures={structures.map(({ code, name }) => ({ value: code, label: name }))} />
    </>
  );
});
