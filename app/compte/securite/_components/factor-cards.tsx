import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Factors } from "@/lib/accounts/second-factor/read-factors";
import { hasFactor } from "@/lib/accounts/second-factor/rules";
import { longDate, plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { PasskeyItem } from "./passkey-item";

interface FactorCardsProps {
  readonly factors: Factors;
  readonly retour: string | undefined;
}

export function FactorCards({ factors, retour }: FactorCardsProps) {
  return (
    <div className="grid max-w-3xl gap-6">
      <TotpCard totp={factors.totp} retour={retour} />
      <PasskeysCard passkeys={factors.passkeys} retour={retour} />
      {hasFactor(factors) && <RecoveryCard left={factors.recoveryCodesLeft} />}
    </div>
  );
}

const state = (on: boolean) => <Badge tone={on ? "success" : "neutral"}>{on ? "En service" : "Non configurée"}</Badge>;

function TotpCard({ totp, retour }: { readonly totp: Factors["totp"]; readonly retour: string | undefined }) {
  return (
    <Card title="Application de codes" actions={state(totp !== null)}>
      <p className="measure">
        Une application de votre téléphone affiche un code à 6 chiffres, à saisir après votre mot de passe. Elle fonctionne sans réseau.
      </p>
      <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        {totp === null ? (
          <LinkButton href={paths.account.totp({ retour })} prefetch={false} aria-label="Configurer une application de codes">
            Configurer
          </LinkButton>
        ) : (
          <>
            <span className="text-ink-soft">En service depuis le {longDate(totp.confirmedAt)}.</span>
            <LinkButton
              href={paths.account.removeFactor({ moyen: "totp" })}
              prefetch={false}
              variant="secondary"
              size="small"
              aria-label="Retirer l’application de codes"
            >
              Retirer
            </LinkButton>
          </>
        )}
      </p>
    </Card>
  );
}

function PasskeysCard({ passkeys, retour }: { readonly passkeys: Factors["passkeys"]; readonly retour: string | undefined }) {
  return (
    <Card title="Clés d’accès" actions={state(passkeys.length > 0)}>
      <p className="measure">
        Connectez-vous d’un geste, sans mot de passe : avec l’empreinte, le visage ou le code de votre téléphone ou de votre ordinateur, ou
        avec une clé de sécurité USB. Une clé d’accès ne fonctionne que sur le vrai site : elle protège de l’hameçonnage.
      </p>
      {passkeys.length > 0 && (
        <ul className="mt-5 divide-y divide-line border-t border-line pt-4">
          {passkeys.map((passkey) => (
            <PasskeyItem key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <p className="mt-4">
        <LinkButton href={paths.account.newPasskey({ retour })} prefetch={false} variant={passkeys.length === 0 ? "primary" : "secondary"}>
          Ajouter une clé d’accès
        </LinkButton>
      </p>
    </Card>
  );
}

function RecoveryCard({ left }: { readonly left: number }) {
  return (
    <Card
      title="Codes de secours"
      actions={<Badge tone={left > 3 ? "success" : "warning"}>{left === 0 ? "Aucun code" : `${plural(left, "code")} sur 10`}</Badge>}
    >
      <p className="measure">
        À garder sur papier : chacun permet de vous connecter une fois, avec votre mot de passe, quand vous n’avez ni votre téléphone ni
        votre clé.
        {left <= 3 && " Il vous en reste peu : créez-en de nouveaux."}
      </p>
      <p className="mt-4">
        <LinkButton href={paths.account.recoveryCodes} prefetch={false} variant="secondary">
          Créer de nouveaux codes
        </LinkButton>
      </p>
    </Card>
  );
}
