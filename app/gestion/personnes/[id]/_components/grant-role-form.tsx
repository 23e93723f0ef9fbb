"use client";

import { useState } from "react";
import { type ComboOption, ComboBoxField } from "@/components/form/combo-box-field";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { toast } from "@/components/ui/announce";
import { roleLabels, roles } from "@/lib/accounts/roles/vocabulary";
import { paths } from "@/lib/core/paths";
import { grantRoleAction } from "../actions";
import { shownFor } from "./scope-classes";

const schema = () => import("@/lib/accounts/roles/schemas").then((module) => module.grantRoleInput);
const options = roles.map((value) => ({ value, label: roleLabels[value] }));

/** Gives a role, then offers an empty form for the next one: nothing of the one before is left in it. */
export function GrantRoleForm({ accountId }: { readonly accountId: string }) {
  const [round, setRound] = useState(0);
  return (
    <OneGrant
      key={round}
      accountId={accountId}
      onGranted={(message) => {
        toast(message);
        setRound(round + 1);
      }}
    />
  );
}

interface OneGrantProps {
  readonly accountId: string;
  readonly onGranted: (message: string) => void;
}

/**
 * The box of a structure or of a local authority is shown by the choice of a role that is limited to one, in CSS: so it
 * is without JavaScript too, where what is typed is looked up by the server.
 */
function OneGrant({ accountId, onGranted }: OneGrantProps) {
  return (
    <Form
      id="donner-role"
      label="Donner un rôle"
      action={grantRoleAction}
      schema={schema}
      submitLabel="Donner le rôle"
      requiredNote={false}
      onDone={(_data, message) => {
        onGranted(message);
      }}
    >
      <input type="hidden" name="accountId" value={accountId} />
      <div className="group space-y-6">
        <SelectField name="role" label="Rôle" required options={options} />
        <div className={shownFor.structure}>
          <ComboBoxField
            name="structureId"
            label="Structure"
            hint={<Hint>Tapez son nom, sa ville ou son code</Hint>}
            required
            search={searchStructures}
            minLength={1}
          />
        </div>
        <div className={shownFor.authority}>
          <ComboBoxField
            name="authorityId"
            label="Collectivité"
            hint={<Hint>Tapez son nom entier, son code postal ou son SIREN</Hint>}
            required
            search={searchAuthorities}
          />
        </div>
      </div>
    </Form>
  );
}

/** The list of propositions needs JavaScript. */
const Hint = ({ children }: { readonly children: string }) => (
  <>
    {children}
    <span className="[@media(scripting:none)]:hidden">, puis choisissez dans la liste</span>.
  </>
);

async function results(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`search answered ${response.status}`);
  return ((await response.json()) as { results: unknown }).results;
}

const searchStructures = async (q: string, signal: AbortSignal) => (await results(paths.api.structures({ q }), signal)) as ComboOption[];

async function searchAuthorities(q: string, signal: AbortSignal): Promise<ComboOption[]> {
  const found = (await results(paths.api.authorities({ q }), signal)) as readonly { id: string; name: string; detail: string }[];
  return found.map(({ id, name, detail }) => ({ id, label: name, detail }));
}
