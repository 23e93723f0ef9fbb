import { DatePickerField } from "@/components/form/date-picker-field";
import { TextField } from "@/components/form/text-field";
import { breachSearchOf, breachTable } from "@/components/gestion/breach-table";
import { ExportLinks } from "@/components/gestion/export-links";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { changeTableState, tableAddress } from "@/components/table/table-state";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { dateTime, longDate, plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { type Breach, findSuspects, readBreach, type Touched } from "@/lib/trainers/dossier/breach/touched-people";

export const metadata = titled("En cas de fuite");

/** More people than one reads on a screen: the export has them all. */
const mostShown = 200;

const columns: readonly Column<Touched>[] = [
  {
    id: "person",
    header: "Personne",
    rowHeader: true,
    cell: ({ name, address }) => (
      <>
        {name}
        {address !== null && <span className="block text-sm font-normal wrap-anywhere text-ink-soft">{address}</span>}
      </>
    ),
  },
  {
    id: "categories",
    header: "Données touchées",
    className: "min-w-64",
    cell: ({ categories }) => (
      <ul>
        {categories.map(({ label, count }) => (
          <li key={label}>
            {label}
            {count > 1 && `, ${count} fois`}
          </li>
        ))}
      </ul>
    ),
  },
  { id: "count", header: "Fois", align: "end", cell: ({ count }) => count },
  { id: "first", header: "Première fois", className: "whitespace-nowrap", cell: ({ first }) => dateTime(first) },
  { id: "last", header: "Dernière fois", className: "whitespace-nowrap", cell: ({ last }) => dateTime(last) },
];

/** Whose data an account touched between two days: what a notification to the authority must say within 72 hours. */
export default page({ name: "manage.breach_drill", policy: "administrator", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, who, days } = breachSearchOf(searchParams);
  const suspects = who === "" ? [] : await findSuspects(ctx, who);
  const [only] = suspects;
  const breach = suspects.length === 1 && only !== undefined && days !== null ? await readBreach(ctx, { who: only.id, ...days }) : null;
  const file = (path: string) => tableAddress(path, breachTable, changeTableState(state, { filters: { qui: breach?.suspect.id ?? "" } }));
  return (
    <>
      <PageHeader
        title="En cas de fuite"
        lead="Un compte a servi à quelqu’un d’autre ? Voici les personnes dont il a touché les données, et lesquelles, d’après le journal. La CNIL doit être prévenue dans les 72 heures."
      />
      {suspects.length > 1 && (
        <div className="mb-6">
          <Alert tone="info" title="Plusieurs comptes correspondent : choisissez-en un.">
            <ul>
              {suspects.map(({ id, name, address }) => (
                <li key={id}>
                  <TextLink href={paths.manage.breachDrill({ qui: id, du: state.filters.du, au: state.filters.au })} prefetch={false}>
                    {name}
                  </TextLink>
                  {address !== null && ` (${address})`}
                </li>
              ))}
            </ul>
          </Alert>
        </div>
      )}
      {breach !== null && <Summary breach={breach} />}
      <DataTable
        spec={breachTable}
        state={state}
        path={paths.manage.breachDrill()}
        caption="Personnes dont les données ont été touchées"
        noun={{ one: "personne", many: "personnes" }}
        {...(breach !== null && { total: { count: breach.people.length } })}
        columns={columns}
        rows={breach?.people.slice(0, mostShown) ?? []}
        rowKey={({ accountId }) => accountId}
        filters={
          <>
            <TextField
              className="w-full sm:w-72"
              name="qui"
              label="Compte"
              hint="Adresse, nom ou identifiant"
              defaultValue={who}
              autoComplete="off"
            />
            <DatePickerField name="du" label="Depuis le" defaultValue={state.filters.du} />
            <DatePickerField name="au" label="Jusqu’au" defaultValue={state.filters.au} />
          </>
        }
        actions={breach !== null && <ExportLinks csv={file(paths.api.breachExport("csv"))} excel={file(paths.api.breachExport("xlsx"))} />}
        empty={
          <EmptyState title="Dites quel compte, et entre quels jours">
            <p>Les deux jours comptent en entier. La recherche laisse elle-même une ligne dans le journal.</p>
          </EmptyState>
        }
        nothingFound={<Nothing who={who} found={suspects.length} dated={days !== null} />}
      />
      {breach !== null && breach.exports.length > 0 && (
        <Section title="Listes emportées" id="exports" lead="Le journal dit qu’elles ont été exportées, pas qui s’y trouvait.">
          <ul className="list-disc pl-6">
            {breach.exports.map(({ label, at, network }) => (
              <li key={`${label} ${at.getTime()}`}>
                {label}, le {dateTime(at)}
                {network !== null && ` (réseau ${network})`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
});

function Summary({ breach: { suspect, people, networks, knownSince } }: { readonly breach: Breach }) {
  const seen = people.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="mb-6">
      <Alert
        tone={people.length === 0 ? "success" : "warning"}
        title={`${suspect.name} : ${plural(people.length, "personne touchée", "personnes touchées")}`}
      >
        <p>
          {plural(seen, "consultation ou action", "consultations ou actions")} sur leurs données
          {networks.length > 0 && `, depuis ${plural(networks.length, "réseau", "réseaux")} : ${networks.slice(0, 10).join(", ")}`}.
          {people.length > mostShown && ` Les ${mostShown} premières sont montrées ici ; l’export les a toutes.`}
          {knownSince !== null && ` Le journal remonte au ${longDate(knownSince)}.`}
        </p>
      </Alert>
    </div>
  );
}

function Nothing({ who, found, dated }: { readonly who: string; readonly found: number; readonly dated: boolean }) {
  if (found > 1) return <p>Choisissez d’abord un des comptes ci-dessus.</p>;
  if (who === "") return <p>Dites de quel compte il s’agit.</p>;
  if (found === 0) return <p>Aucun compte ne correspond. Essayez son adresse entière.</p>;
  if (!dated) return <p>Donnez les deux jours, dans l’ordre.</p>;
  return <p>Ce compte n’a touché aux données de personne entre ces deux jours.</p>;
}
