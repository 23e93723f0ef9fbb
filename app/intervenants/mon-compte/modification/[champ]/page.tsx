import { Alert } from "@/components/ui/alert";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, titled } from "@/lib/entry/page";
import { fileRulesOf } from "@/lib/files/rules";
import { listOwnChanges } from "@/lib/trainers/change-requests/list-changes";
import { can } from "@/lib/trainers/change-requests/policy";
import { answerInWords } from "@/lib/trainers/change-requests/rules";
import { profileFields } from "@/lib/trainers/profile/fields.data";
import { openAnswers, readOwnProfile } from "@/lib/trainers/profile/lock-profile";
import { readLists } from "@/lib/trainers/profile/read-lists";
import { ChangeForm } from "../../_components/change-form";
import { AccountCrumb } from "../../_components/account-crumb";

export const metadata = titled("Demander une modification");

/** Asks for a change of one locked field, with what proves it (EI-99). */
export default page({ name: "trainers.ask_change", policy: "signed_in", application: "intervenants" }, async (ctx, { params }) => {
  const spec = profileFields.get(params["champ"] ?? "");
  const profile = await readOwnProfile(ctx);
  if (spec === undefined || profile === null) throw absent();
  const [lists, changes] = await Promise.all([readLists(ctx), listOwnChanges(ctx)]);
  const answers = openAnswers(profile);
  const may = can.ask(ctx.actor, profile, spec);
  const waits = changes.some(({ field, state }) => field === spec.name && state === "open");
  const now = answerInWords(spec, answers[spec.name], lists);
  return (
    <>
      <AccountCrumb parents={[{ label: "Mes informations", href: paths.trainers.myInformation() }]} current="Demander une modification" />
      <PageHeader
        title="Demander une modification"
        lead="Votre structure de rattachement vérifie, puis enregistre. Vous recevez sa réponse par courriel."
      />
      <div className="max-w-xl space-y-6">
        <DefinitionList items={[{ term: `${spec.label} (aujourd’hui)`, value: now }]} />
        {!may.allowed || waits ? (
          <Alert tone="info" title={may.allowed ? "Une demande attend déjà une réponse pour cette information" : may.reason}>
            <p>
              <LinkButton href={paths.trainers.myInformation()} variant="secondary">
                Revenir à mes informations
              </LinkButton>
            </p>
          </Alert>
        ) : (
          <ChangeForm
            field={spec.name}
            label={spec.label}
            kind={spec.kind}
            {...(spec.max !== undefined && { max: spec.max })}
            choices={spec.choices ?? (spec.source === undefined ? [] : (lists[spec.source] ?? []))}
            rules={fileRulesOf("change_proof")}
          />
        )}
      </div>
    </>
  );
});
