"use client";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { KeyRound } from "lucide-react";
import type { MouseEvent } from "react";
import { useHydrated } from "@/components/form/use-hydrated";
import { usePlainSubmission } from "@/components/form/use-plain-submission";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";
import type { FormAction } from "@/lib/core/form-state";
import { askForPasskey } from "./ask-device";

type Props = {
  /** Gives the challenge. */
  request: FormAction<PublicKeyCredentialRequestOptionsJSON>;
  /** Receives `answer`, the `fields`, and the entries of the form around named in `borrowed`. */
  action: FormAction;
  fields?: Readonly<Record<string, string>>;
  borrowed?: readonly string[];
  variant?: ButtonVariant;
  children: string;
};

const noFields: Readonly<Record<string, string>> = {};
const noNames: readonly string[] = [];

/** Signs in, or confirms, with a passkey. Shown only where the browser knows passkeys. */
export function PasskeyButton({ request, action, fields = noFields, borrowed = noNames, variant = "secondary", children }: Props) {
  const known = useHydrated() && typeof PublicKeyCredential !== "undefined";
  const { state, setState, pending, once, ask } = usePlainSubmission(action);
  if (!known) return null;

  const use = (event: MouseEvent<HTMLButtonElement>) => {
    const around = event.currentTarget.form;
    once(async () => {
      const given = await askForPasskey(request);
      if ("message" in given) return setState({ status: "refused", code: "invalid", message: given.message, fieldErrors: {}, values: {} });
      const entries = new FormData();
      for (const [name, value] of Object.entries(fields)) entries.set(name, value);
      const typed = around === null ? entries : new FormData(around);
      for (const name of borrowed) for (const value of typed.getAll(name)) entries.append(name, value);
      entries.set("answer", given.answer);
      await ask(entries);
    });
  };
  return (
    <div className="min-w-0">
      <Button variant={variant} icon={<KeyRound aria-hidden size={20} />} pending={pending} onClick={use}>
        {pending ? "Suivez les indications de votre appareil…" : children}
      </Button>
      <div role="alert">
        {state.status === "refused" && !pending && (
          <div className="mt-3">
            <Alert tone="danger" title={state.message} />
          </div>
        )}
      </div>
    </div>
  );
}
