import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { identifier } from "@/lib/core/fields";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, titled } from "@/lib/entry/page";
import { readAlertLink } from "@/lib/trainers/alerts/stop-alerts";
import { stopAlertsAction } from "./actions";

export const metadata = { ...titled("Arrêter les alertes"), referrer: "no-referrer" as const };

/** The link at the foot of each alert (EI-15). Only its button acts: programs that open links in mails stop nothing. */
export default page({ name: "trainers.stop_alerts", policy: "visitor" }, async (ctx, { params }) => {
  const token = identifier.safeParse(params["token"]);
  if (!token.success) throw absent();
  const { active } = await readAlertLink(ctx, token.data);
  return (
    <>
      <PageHeader title="Arrêter les alertes" lead="Les courriels qui vous préviennent quand une annonce vous correspond." />
      <div className="max-w-xl space-y-6">
        {active ? (
          <p>Les candidatures en cours et les autres courriels ne changent pas. Votre CV permet de redemander des alertes à tout moment.</p>
        ) : (
          <Alert tone="info" title="Aucune alerte n’est active pour ce lien.">
            <p>Vous pouvez en redemander dans votre CV, page « Mon parcours ».</p>
          </Alert>
        )}
        {active && (
          <ActionButton action={stopAlertsAction} fields={{ token: token.data }} variant="primary">
            Arrêter les alertes
          </ActionButton>
        )}
        <p>
          <TextLink href={paths.trainers.ads()}>Voir les annonces</TextLink>
        </p>
      </div>
    </>
  );
});
