import { ConfirmFirst } from "@/components/gestion/confirm-first";
import { Section } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import type { PersonSeen } from "@/lib/accounts/people/read-person";
import { hasFactor } from "@/lib/accounts/second-factor/rules";
import { plural, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { resetFactorsAction, signOutPersonAction, unblockAccountAction } from "../actions";
import { ActionButton } from "@/components/form/action-button";
import { ActButton } from "@/components/gestion/act-button";
import { BlockForm } from "./block-form";

interface Props {
  readonly person: PersonSeen;
  readonly proved: boolean;
  readonly self: boolean;
  /** The form that blocks was just answered, without JavaScript: it stays open, to show what it says. */
  readonly answered: boolean;
}

/** How the person gets in, and what the administration can do about it. */
export function AccessSection({ person, proved, self, answered }: Props) {
  return (
    <Section title="Accès" id="acces">
      <DefinitionList items={[{ term: "Second facteur", value: factorsInWords(person) }]} />
      {proved ? (
        <Acts person={person} self={self} />
      ) : (
        <div className="mt-4">
          <ConfirmFirst what={self ? "terminer vos autres sessions" : "agir sur cet accès"} back={paths.manage.person(person.id)} />
        </div>
      )}
      {self && (
        <p className="measure mt-4 text-ink-soft">
          C’est votre compte : une autre personne de l’administration peut le bloquer. Pour votre second facteur, ouvrez la page{" "}
          <TextLink href={paths.account.security}>Sécurité</TextLink>.
        </p>
      )}
      {!self && proved && person.blockedAt === null && (
        <Disclosure title="Bloquer ce compte" open={answered} className="mt-6">
          <BlockForm accountId={person.id} name={nameOf(person)} />
        </Disclosure>
      )}
    </Section>
  );
}

const nameOf = ({ firstName, lastName }: PersonSeen) => `${firstName} ${lastName}`;

function Acts({ person, self }: Omit<Props, "proved" | "answered">) {
  const name = nameOf(person);
  const fields = { accountId: person.id };
  return (
    <div className="mt-4 flex flex-wrap items-start gap-3">
      <ActionButton
        action={signOutPersonAction}
        fields={fields}
        variant="secondary"
        confirm={{
          title: self ? "Terminer vos autres sessions ?" : `Déconnecter ${name} partout ?`,
          body: self
            ? "Toutes vos sessions se terminent, sauf celle-ci."
            : "Toutes ses sessions se terminent, sur tous ses appareils. Ce qui n’est pas enregistré peut être perdu. La personne pourra se reconnecter.",
          confirmLabel: self ? "Terminer les autres sessions" : "Déconnecter partout",
        }}
      >
        {self ? "Terminer les autres sessions" : "Déconnecter partout"}
      </ActionButton>
      {person.blockedAt !== null && (
        <ActButton
          action={unblockAccountAction}
          fields={fields}
          variant="primary"
          confirm={{
            title: `Débloquer le compte de ${name} ?`,
            body: "La personne pourra se connecter de nouveau, avec les mêmes rôles. Elle reçoit un courriel.",
            confirmLabel: "Débloquer le compte",
          }}
        >
          Débloquer ce compte
        </ActButton>
      )}
      {!self && hasFactor(person.factors) && (
        <ActButton
          action={resetFactorsAction}
          fields={fields}
          variant="danger"
          confirm={{
            title: `Retirer les seconds facteurs de ${name} ?`,
            body: "À faire seulement si vous êtes sûr de l’identité de la personne. Son application d’authentification, ses clés d’accès et ses codes de secours ne fonctionneront plus, et ses sessions se terminent. Son mot de passe ne change pas. C’est définitif.",
            confirmLabel: "Retirer les seconds facteurs",
          }}
        >
          Retirer les seconds facteurs
        </ActButton>
      )}
    </div>
  );
}

function factorsInWords({ factors: { totp, passkeys, recoveryCodesLeft } }: PersonSeen): string {
  const parts = [
    ...(totp === null ? [] : [`application d’authentification (depuis le ${shortDate(totp.confirmedAt)})`]),
    ...(passkeys.length === 0 ? [] : [plural(passkeys.length, "clé d’accès", "clés d’accès")]),
  ];
  if (parts.length === 0) return "Aucun";
  const words = `${parts.join(", ")} ; ${plural(recoveryCodesLeft, "code de secours restant", "codes de secours restants")}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
