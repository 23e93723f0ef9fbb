"use client";

import { ActionButton } from "@/components/form/action-button";
import { removeSecondaryAction } from "../actions";

export function RemoveSecondary({ address }: { readonly address: string }) {
  return (
    <ActionButton
      action={removeSecondaryAction}
      variant="secondary"
      size="small"
      label={`Retirer ${address}`}
      confirm={{
        title: "Retirer le courriel secondaire ?",
        body: `${address} ne recevra plus les messages de votre compte, et ne permettra plus de retrouver votre mot de passe.`,
        confirmLabel: "Retirer",
      }}
    >
      Retirer
    </ActionButton>
  );
}
