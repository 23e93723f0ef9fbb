"use client";

import { ActionButton } from "@/components/form/action-button";
import { toast } from "@/components/ui/announce";
import { withdrawConsentAction } from "../actions";

export function WithdrawButton({ consentId, name }: { readonly consentId: string; readonly name: string }) {
  return (
    <ActionButton
      action={withdrawConsentAction}
      fields={{ consentId }}
      variant="secondary"
      label={`Retirer l’autorisation de ${name}`}
      onDone={(_data, message) => {
        toast(message);
      }}
    >
      Retirer
    </ActionButton>
  );
}
