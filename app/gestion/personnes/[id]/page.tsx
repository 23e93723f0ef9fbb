import { PersonStateBadge } from "@/components/gestion/state-badges";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { type PersonSeen, readPerson } from "@/lib/accounts/people/read-person";
import { readPersonMails } from "@/lib/accounts/people/read-person-mails";
import { isFreshlyProved } from "@/lib/accounts/sessions/rules";
import { listAudit } from "@/lib/audit/list-audit";
import { dateTime, longDate, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { answerShown } from "@/lib/entry/form-answers";
import { page, titled } from "@/lib/entry/page";
import { readAddressWait } from "@/lib/trainers/review/lift-wait";
import { AccessSection } from "./_components/access-section";
import { AddressWait } from "./_components/address-wait";
import { PersonAudit, PersonMails, SignIns } from "./_components/person-history";
import { RolesSection } from "./_components/roles-section";

export const metadata = titled("Une personne");

const auditShown = 10;
const addressLabels = { main: "Adresse principale", secondary: "Adresse secondaire" } as const;

/** One person: identity, roles, access, and what happened (AD-10). */
export default page({ name: "manage.person", policy: "administrator", application: "gestion" }, async (ctx, { params }) => {
  if (ctx.actor.kind !== "account") return null;
  const person = await readPerson(ctx, params["id"] ?? "");
  const everything = {
    who: "",
    whose: person.id,
    action: "",
    sensitive: false,
    since: "",
    until: "",
    direction: "desc",
    after: null,
    before: null,
  } as const;
  const [mails, { lines }, answer, waitsUntil] = await Promise.all([
    readPersonMails(ctx, person.id),
    listAudit(ctx, everything),
    answerShown(),
    readAddressWait(ctx, person.id),
  ]);
  const proved = isFreshlyProved(ctx.actor.provedAt, ctx.now);
  const self = ctx.actor.accountId === person.id;
  const name = `${person.firstName} ${person.lastName}`;
  return (
    <>
      <Breadcrumb parents={[{ label: "Personnes et rôles", href: paths.manage.people() }]} current={name} />
      <PageHeader title={name} eyebrow={<PersonStateBadge {...person} />} />
      {person.blockedAt !== null && (
        <Alert tone="warning" title={`Compte bloqué le ${dateTime(person.blockedAt)}`}>
          <p>Motif : {person.blockedReason}</p>
        </Alert>
      )}
      {waitsUntil !== null && <AddressWait accountId={person.id} until={waitsUntil} />}
      <Section title="Identité" id="identite">
        <DefinitionList items={identityOf(person)} />
      </Section>
      <RolesSection person={person} proved={proved} self={self} answered={answer?.action === "role.grant"} />
      <AccessSection person={person} proved={proved} self={self} answered={answer?.action === "account.block"} />
      <SignIns signIns={person.signIns} now={ctx.now} />
      <PersonMails mails={mails} />
      <PersonAudit lines={lines.slice(0, auditShown)} address={person.addresses[0]?.address ?? person.id} />
    </>
  );
});

function identityOf({ firstName, lastName, birthName, addresses, createdAt, passwordChangedAt }: PersonSeen) {
  return [
    { term: "Nom", value: lastName },
    { term: "Prénom", value: firstName },
    ...(birthName === null ? [] : [{ term: "Nom de naissance", value: birthName }]),
    ...addresses.map(({ kind, address, provedAt }) => ({
      term: addressLabels[kind],
      value: (
        <>
          <span className="break-all">{address}</span> <span className="text-sm text-ink-soft">(confirmée le {shortDate(provedAt)})</span>
        </>
      ),
    })),
    { term: "Compte créé", value: `le ${longDate(createdAt)}` },
    { term: "Mot de passe", value: `changé le ${longDate(passwordChangedAt)} ; personne ne peut le voir` },
  ];
}
