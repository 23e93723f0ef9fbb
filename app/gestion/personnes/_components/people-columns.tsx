import { PersonStateBadge } from "@/components/gestion/state-badges";
import type { Column } from "@/components/table/column";
import { TextLink } from "@/components/ui/text-link";
import type { PersonLine } from "@/lib/accounts/people/people-page";
import { roleLabels } from "@/lib/accounts/roles/vocabulary";
import { dateTime, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";

const none = <span className="text-ink-soft">Aucun</span>;
const never = <span className="text-ink-soft">Jamais</span>;

export const peopleColumns: readonly Column<PersonLine>[] = [
  {
    id: "name",
    header: "Nom",
    rowHeader: true,
    sortable: true,
    cell: ({ id, firstName, lastName }) => (
      <TextLink href={paths.manage.person(id)} prefetch={false}>
        {lastName} {firstName}
      </TextLink>
    ),
  },
  {
    id: "address",
    header: "Adresse électronique",
    className: "min-w-48",
    cell: ({ address }) => <span className="wrap-anywhere">{address}</span>,
  },
  { id: "roles", header: "Rôles", cell: ({ roles }) => (roles.length === 0 ? none : <Roles roles={roles} />) },
  { id: "state", header: "État", cell: (person) => <PersonStateBadge {...person} /> },
  {
    id: "lastSignInAt",
    header: "Dernière connexion",
    cell: ({ lastSignInAt }) => (lastSignInAt === null ? never : dateTime(lastSignInAt)),
  },
  { id: "createdAt", header: "Compte créé le", sortable: true, cell: ({ createdAt }) => shortDate(createdAt) },
];

function Roles({ roles }: Pick<PersonLine, "roles">) {
  return (
    <ul className="space-y-0.5">
      {roles.map(({ role, scope }) => (
        <li key={`${role} ${scope ?? ""}`}>
          {roleLabels[role]}
          {scope !== null && <span className="text-ink-soft"> ({scope})</span>}
        </li>
      ))}
    </ul>
  );
}
