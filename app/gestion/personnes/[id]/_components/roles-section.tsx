import { ConfirmFirst } from "@/components/gestion/confirm-first";
import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { PersonSeen, RoleHeld } from "@/lib/accounts/people/read-person";
import { roleLabels } from "@/lib/accounts/roles/vocabulary";
import { shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { withdrawRoleAction } from "../actions";
import { ActButton } from "@/components/gestion/act-button";
import { GrantRoleForm } from "./grant-role-form";

interface Props {
  readonly person: PersonSeen;
  /** Whether the administrator's password was given a short while ago. */
  readonly proved: boolean;
  readonly self: boolean;
  /** The form was just answered, without JavaScript: it stays open, to show what it says. */
  readonly answered: boolean;
}

/** The roles held, each with what takes it back, and the form that gives one more. */
export function RolesSection({ person, proved, self, answered }: Props) {
  const name = `${person.firstName} ${person.lastName}`;
  return (
    <Section title="Rôles" id="roles" lead="Un rôle donné ou retiré vaut dès la page suivante que la personne ouvre.">
      {person.roles.length === 0 ? (
        <p className="text-ink-soft">Aucun rôle : cette personne n’a que son compte.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {person.roles.map((held) => (
            <li key={held.grantId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <RoleWords {...held} />
              {proved && (
                <ActButton
                  action={withdrawRoleAction}
                  fields={{ grantId: held.grantId }}
                  variant="danger"
                  size="small"
                  label={`Retirer le rôle ${roleLabels[held.role]}${held.scope === null ? "" : ` (${held.scope})`}`}
                  confirm={{
                    title: `Retirer ce rôle à ${name} ?`,
                    body: <Consequences held={held} self={self} />,
                    confirmLabel: "Retirer le rôle",
                  }}
                >
                  Retirer
                </ActButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6">
        {proved ? (
          <Disclosure title="Donner un rôle" open={answered || person.roles.length === 0}>
            <GrantRoleForm accountId={person.id} />
          </Disclosure>
        ) : (
          <ConfirmFirst what="donner ou retirer un rôle" back={paths.manage.person(person.id)} />
        )}
      </div>
    </Section>
  );
}

function RoleWords({ role, scope, grantedAt }: RoleHeld) {
  return (
    <div className="min-w-0">
      <p className="font-semibold">{roleLabels[role]}</p>
      <p className="text-ink-soft">
        {scope !== null && `${scope}, `}depuis le {shortDate(grantedAt)}
      </p>
    </div>
  );
}

function Consequences({ held: { role, scope }, self }: { readonly held: RoleHeld; readonly self: boolean }) {
  return (
    <div className="space-y-2">
      <p>
        « {roleLabels[role]} »{scope !== null && ` (${scope})`} : les pages que ce rôle ouvrait ne seront plus accessibles, dès maintenant.
        La personne reçoit un courriel. Vous pourrez donner ce rôle à nouveau.
      </p>
      {self && role === "administrator" && (
        <p>
          <strong>C’est votre propre rôle : vous ne pourrez plus ouvrir cette page.</strong>
        </p>
      )}
    </div>
  );
}
