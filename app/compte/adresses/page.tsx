import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { type PendingAddress as Pending, readOwnAddresses } from "@/lib/accounts/addresses/read-own-addresses";
import type { AddressProof } from "@/lib/accounts/addresses/vocabulary";
import { isFreshlyProved } from "@/lib/accounts/sessions/rules";
import { dateTime, duration } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { AddressForm } from "./_components/address-form";
import { PendingAddress } from "./_components/pending-address";
import { RemoveSecondary } from "./_components/remove-secondary";

export const metadata = titled("Mes adresses électroniques");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  envoi: "Un courriel vient d’être envoyé. Ouvrez le lien qu’il contient pour confirmer l’adresse.",
  renvoi: "Un nouveau courriel vient de partir. Le lien précédent ne fonctionne plus.",
  annule: "La demande est annulée. Rien n’a changé.",
  retire: "Votre courriel secondaire est retiré.",
  secondaire: "Votre courriel secondaire est confirmé.",
  adresse: "Votre nouvelle adresse principale est confirmée.",
};

export default page({ name: "account.addresses", policy: "signed_in" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") return null;
  const { main, secondary, pending } = await readOwnAddresses(ctx);
  const arrival = arrivals[text(searchParams["message"]) ?? ""];
  const changing = text(searchParams["changer"]);
  return (
    <>
      <AccountBreadcrumb current="Adresses électroniques" />
      <PageHeader
        title="Mes adresses électroniques"
        lead="L’adresse avec laquelle vous vous connectez, et celle où arrivent vos messages."
      />
      <div className="max-w-2xl space-y-6">
        {arrival !== undefined && <Alert tone="success" title={arrival} role="status" />}
        <Card title="Adresse principale">
          <p className="font-semibold break-words">{main}</p>
          <p className="mt-1 text-ink-soft">Elle vous sert d’identifiant.</p>
          <WaitingProof purpose="change_main" pending={pending.change_main} now={ctx.now} />
          {changing === "principale" ? (
            <Changing note="Le changement ne compte qu’une fois confirmé par le lien envoyé à la nouvelle adresse. L’ancienne est prévenue, et peut l’annuler.">
              <AddressForm kind="main" />
            </Changing>
          ) : (
            <ChangeLink href={paths.account.addressesAfter({ changer: "principale" })}>Changer d’adresse principale</ChangeLink>
          )}
        </Card>
        <Card
          title="Courriel secondaire"
          actions={
            secondary !== null &&
            (isFreshlyProved(ctx.actor.provedAt, ctx.now) ? (
              <RemoveSecondary address={secondary} />
            ) : (
              <ConfirmThenRemove address={secondary} />
            ))
          }
        >
          <p className={secondary === null ? "text-ink-soft" : "font-semibold break-words"}>{secondary ?? "Aucun pour le moment."}</p>
          <p className="measure mt-1 text-ink-soft">
            Quand il y en a un, les messages liés à votre compte y arrivent ; les demandes de changement de mot de passe arrivent aux deux
            adresses. Une adresse personnelle reste utile si vous changez de collectivité.
          </p>
          <WaitingProof purpose="prove_secondary" pending={pending.prove_secondary} now={ctx.now} />
          {changing === "secondaire" ? (
            <Changing note="L’adresse ne compte qu’une fois confirmée par le lien qui lui est envoyé.">
              <AddressForm kind="secondary" />
            </Changing>
          ) : (
            <ChangeLink href={paths.account.addressesAfter({ changer: "secondaire" })}>
              {secondary === null ? "Ajouter un courriel secondaire" : "Remplacer le courriel secondaire"}
            </ChangeLink>
          )}
        </Card>
      </div>
    </>
  );
});

function Changing({ note, children }: { readonly note: string; readonly children: ReactNode }) {
  return (
    <div className="mt-5 border-t border-line pt-5">
      <p className="measure mb-5">{note}</p>
      {children}
    </div>
  );
}

/** The form takes the place of the button, where one is looking. */
function ChangeLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <LinkButton href={href} scroll={false} variant="secondary" className="mt-4">
      {children}
    </LinkButton>
  );
}

/** The password was given too long ago: it is asked for first, and one comes back here. */
function ConfirmThenRemove({ address }: { readonly address: string }) {
  return (
    <LinkButton
      href={paths.account.confirmPassword({ retour: paths.account.addresses })}
      prefetch={false}
      variant="secondary"
      size="small"
      aria-label={`Retirer ${address} : confirmer d’abord votre mot de passe`}
    >
      Retirer
    </LinkButton>
  );
}

function WaitingProof({
  purpose,
  pending,
  now,
}: {
  readonly purpose: AddressProof;
  readonly pending: Pending | undefined;
  readonly now: Date;
}) {
  if (pending === undefined) return null;
  const wait = (pending.resendFrom.getTime() - now.getTime()) / 1000;
  return (
    <div className="mt-4">
      <PendingAddress
        purpose={purpose}
        address={pending.address}
        expired={pending.expired}
        until={dateTime(pending.expiresAt)}
        resendIn={wait > 0 ? duration(wait) : null}
      />
    </div>
  );
}
