import { ActionButton } from "@/components/form/action-button";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { shortDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readIntervention } from "@/lib/trainers/interventions/read-intervention";
import { InterventionForm } from "../_components/intervention-form";
import { removeInterventionAction } from "../actions";

export const metadata = titled("Modifier une intervention");

/** Corrects what was recorded, or takes it out (AD-08). */
export default page({ name: "manage.intervention", policy: "staff", application: "gestion" }, async (ctx, { params }) => {
  const { id, structure, trainer, ...facts } = await readIntervention(ctx, params["id"] ?? "");
  const { title, reference, startsOn, endsOn, hours } = facts;
  const days = { startsOn: shortDay(startsOn), endsOn: shortDay(endsOn) };
  const values = { trainer, title, reference, ...days, hours: hours === null ? "" : String(hours).replace(".", ",") };
  return (
    <>
      <Breadcrumb parents={[{ label: "Interventions", href: paths.manage.interventions() }]} current="Modifier" />
      <PageHeader title="Modifier l’intervention" lead={`Pour ${structure}.`} />
      <InterventionForm editing={{ interventionId: id, values, seen: JSON.stringify({ readAt: ctx.now, ...facts }) }} />
      <Section title="Supprimer l’intervention" id="supprimer">
        <p className="mb-4 max-w-prose">
          Elle a été enregistrée par erreur : elle quitte l’historique de l’intervenant. Un import qui la contient l’ajouterait à nouveau.
        </p>
        <ActionButton
          action={removeInterventionAction}
          fields={{ interventionId: id }}
          variant="danger"
          confirm={{
            title: "Supprimer cette intervention ?",
            body: `« ${title} » quitte l’historique de l’intervenant. C’est définitif.`,
            confirmLabel: "Supprimer l’intervention",
          }}
        >
          Supprimer
        </ActionButton>
      </Section>
    </>
  );
});
