import { ExternalLink } from "lucide-react";
import { MailStateBadge } from "@/components/gestion/state-badges";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { buttonClass } from "@/components/ui/button-class";
import { Section } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { dateTime, number } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { type MailSeen, readMail } from "@/lib/mail/read-mail";
import { RetryButton } from "../_components/retry-button";

export const metadata = titled("Un courriel");

/** One mail: what became of it, what it said, links and codes hidden (AD-14). */
export default page({ name: "manage.mail", policy: "administrator", application: "gestion" }, async (ctx, { params }) => {
  const mail = await readMail(ctx, params["id"] ?? "");
  return (
    <>
      <Breadcrumb parents={[{ label: "Courriels", href: paths.manage.mails() }]} current={mail.subject} />
      <PageHeader
        title={mail.subject}
        eyebrow={<MailStateBadge state={mail.state} />}
        actions={mail.retry.allowed && <RetryButton id={mail.id} uncertain={mail.state === "uncertain"} />}
      />
      <WhyNot mail={mail} />
      <Section title="Envoi" id="envoi">
        <DefinitionList items={factsOf(mail)} />
      </Section>
      <Section
        title="Contenu"
        id="contenu-du-courriel"
        lead={
          mail.forgotten ? undefined : "Tel que la personne le reçoit. Les liens et les codes sont confidentiels : ils sont cachés ici."
        }
        actions={
          mail.html !== null && (
            <a href={paths.api.manageMail(mail.id)} target="_blank" rel="noreferrer" className={buttonClass("secondary", "small")}>
              <ExternalLink aria-hidden size={18} />
              Voir la mise en forme
              <span className="sr-only"> (nouvel onglet)</span>
            </a>
          )
        }
      >
        {mail.text === null ? (
          <p className="text-ink-soft">
            {mail.forgotten
              ? "Ce courriel nommait d’autres personnes : son contenu a été effacé dès son envoi."
              : "Ce modèle de courriel n’existe plus : son contenu ne peut pas être montré."}
          </p>
        ) : (
          <div className="measure rounded-lg border border-line bg-surface-raised p-5 break-words whitespace-pre-wrap">{mail.text}</div>
        )}
      </Section>
    </>
  );
});

/** Why a mail that did not leave cannot be sent again from here. */
function WhyNot({ mail: { state, retry } }: { readonly mail: MailSeen }) {
  if (retry.allowed || (state !== "failed" && state !== "uncertain")) return null;
  return (
    <div className="mb-8">
      <Alert tone="warning" title="Ce courriel ne peut pas être renvoyé">
        <p>{retry.reason}</p>
      </Alert>
    </div>
  );
}

function factsOf({ toAddress, accountId, createdAt, sentAt, nextAttemptAt, attempts, transport, lastError, state, kind }: MailSeen) {
  const waits = state === "queued" || state === "sending";
  return [
    {
      term: "Destinataire",
      value: accountId === null ? <span className="break-all">{toAddress}</span> : <Recipient id={accountId} address={toAddress} />,
    },
    { term: "Écrit", value: `le ${dateTime(createdAt)}` },
    { term: "Envoyé", value: sentAt === null ? "Pas encore" : `le ${dateTime(sentAt)}` },
    ...(waits ? [{ term: "Prochain essai", value: `le ${dateTime(nextAttemptAt)}` }] : []),
    { term: "Essais", value: number(attempts) },
    ...(transport === null ? [] : [{ term: "Envoyé par", value: transport }]),
    ...(lastError === null ? [] : [{ term: "Dernière erreur", value: <span className="break-words">{lastError}</span> }]),
    { term: "Modèle", value: kind },
  ];
}

function Recipient({ id, address }: { readonly id: string; readonly address: string }) {
  return (
    <TextLink href={paths.manage.person(id)} prefetch={false} className="break-all">
      {address}
    </TextLink>
  );
}
