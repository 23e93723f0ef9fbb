"use client";

import { PasskeyButton } from "@/components/account/passkey-button";
import { passPasskeyAction, requestOwnPasskeyAction } from "../actions";

export function PasskeyCheck({ retour, main }: { readonly retour: string; /** The only way offered. */ readonly main: boolean }) {
  return (
    <PasskeyButton
      request={requestOwnPasskeyAction}
      action={passPasskeyAction}
      fields={{ retour }}
      variant={main ? "primary" : "secondary"}
    >
      Utiliser ma clé d’accès
    </PasskeyButton>
  );
}
