"use client";

import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { LinkSign } from "@/components/account/link-sign";
import { followLinkAction } from "../actions";

interface ConfirmFormProps {
  readonly token: string;
  readonly human: ReactNode;
  readonly submitLabel?: string;
}

const schema = () => import("@/lib/accounts/links/schemas").then((module) => module.followLinkInput);

/** For links that one button fulfils. */
export function ConfirmForm({ token, human, submitLabel = "Confirmer" }: ConfirmFormProps) {
  return (
    <Form action={followLinkAction} schema={schema} submitLabel={submitLabel} requiredNote={false}>
      <input type="hidden" name="token" value={token} />
      {human}
      <LinkSign />
    </Form>
  );
}
