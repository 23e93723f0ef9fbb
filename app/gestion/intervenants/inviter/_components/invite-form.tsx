"use client";

import { Form } from "@/components/form/form";
import { TextAreaField } from "@/components/form/text-area-field";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import type { Outcome } from "@/lib/trainers/applications/invite-trainers";
import { inviteAction } from "../actions";

const schema = () => import("@/lib/trainers/applications/schemas").then((module) => module.inviteInput);

interface Props {
  readonly adId: string;
  /** Joined by dots, as the address has them. */
  readonly ids: string;
  readonly limit: number;
  readonly submitLabel: string;
}

/** A word to the people shown above, or none: the page is the confirmation. */
export function InviteForm({ adId, ids, limit, submitLabel }: Props) {
  return (
    <Form
      id="inviter"
      label="Inviter à répondre à l’annonce"
      action={inviteAction}
      schema={schema}
      submitLabel={submitLabel}
      requiredNote={false}
      doneContent={(outcomes, message) => <Done outcomes={outcomes} message={message} adId={adId} />}
    >
      <input type="hidden" name="adId" value={adId} />
      <input type="hidden" name="ids" value={ids} />
      <TextAreaField
        name="message"
        label="Message (facultatif)"
        hint="Ajouté au courriel, qui donne déjà le titre, la structure, la date limite et le lien de l’annonce."
        limit={limit}
        rows={5}
      />
    </Form>
  );
}

function Done({ outcomes, message, adId }: { readonly outcomes: readonly Outcome[]; readonly message: string; readonly adId: string }) {
  const left = outcomes.filter(({ skipped }) => skipped !== null);
  return (
    <div className="space-y-4">
      <Alert tone="success" title={message}>
        {left.length > 0 && (
          <ul className="list-disc pl-6">
            {left.map(({ name, skipped }) => (
              <li key={name}>
                {name} : {skipped}.
              </li>
            ))}
          </ul>
        )}
      </Alert>
      <LinkButton href={paths.manage.adApplications(adId)} variant="secondary">
        Voir les candidatures à cette annonce
      </LinkButton>
    </div>
  );
}
