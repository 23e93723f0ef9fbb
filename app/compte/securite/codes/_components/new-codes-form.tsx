"use client";

import { Form } from "@/components/form/form";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { FactorAdded } from "../../_components/factor-added";
import { regenerateRecoveryCodesAction } from "../../actions";

export function NewCodesForm() {
  return (
    <Form
      action={regenerateRecoveryCodesAction}
      submitLabel="Créer 10 nouveaux codes"
      requiredNote={false}
      className="max-w-3xl"
      secondary={
        <LinkButton href={paths.account.security} variant="secondary">
          Annuler
        </LinkButton>
      }
      doneContent={(codes, message) => <FactorAdded message={message} codes={codes} retour="" />}
    >
      <p className="measure">Vos codes actuels cesseront aussitôt de fonctionner : jetez-en la liste.</p>
    </Form>
  );
}
