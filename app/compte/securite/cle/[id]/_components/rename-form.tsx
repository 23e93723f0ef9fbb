"use client";

import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { renamePasskeyAction } from "../../../actions";

const schema = () => import("@/lib/accounts/second-factor/schemas").then((module) => module.renamePasskeyInput);

export function RenameForm({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Form
      action={renamePasskeyAction}
      schema={schema}
      initialValues={{ name }}
      submitLabel="Renommer"
      requiredNote={false}
      secondary={
        <LinkButton href={paths.account.security} variant="secondary">
          Annuler
        </LinkButton>
      }
    >
      <input type="hidden" name="id" value={id} />
      <TextField name="name" label="Nom de la clé" required width="medium" maxLength={60} autoComplete="off" />
    </Form>
  );
}
