"use client";

import { useState } from "react";
import { type ComboOption, ComboBoxField } from "@/components/form/combo-box-field";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { toast } from "@/components/ui/announce";
import { type Role, roleLabels, roles, roleScopes } from "@/lib/accounts/roles/vocabulary";
import { paths } from "@/lib/core/paths";
import { grantRoleAction } from "../actions";

const schema = () => import("@/lib/accounts/roles/schemas").then((module) => module.grantRoleInput);
const options = roles.map((value) => ({ value, label: roleLabels[value] }));
const isRole = (value: string): value is Role => roles.some((role) => role === value);

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

/** Asks for a structure or a local authority when the role is limited to one. */
function OneGrant({ accountId, onGranted }: OneGrantProps) {
  const [role, setRole] = useState<Role | null>(null);
  const scope = role === null ? "all" : roleScopes[role];
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
      <div
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) setRole(isRole(event.target.value) ? event.target.value : null);
        }}
      >
        <SelectField name="role" label="Rôle" required options={options} />
      </div>
      {scope === "structure" && (
        <ComboBoxField
          name="structureId"
          label="Structure"
          hint="Tapez son nom, sa ville ou son code, puis choisissez dans la liste."
          required
          search={searchStructures}
          minLength={1}
        />
      )}
      {scope === "authority" && (
        <ComboBoxField
          name="authorityId"
          label="Collectivité"
          hint="Tapez son nom, son code postal ou son SIREN, puis choisissez dans la liste."
          required
          search={searchAuthorities}
        />
      )}
    </Form>
  );
}

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
