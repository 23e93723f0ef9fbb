import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readClosingObstacles } from "@/lib/accounts/closing/close-account";
import { lastDownload } from "@/lib/accounts/data-export/read-my-data";
import { waitBeforeDownload } from "@/lib/accounts/data-export/rules";
import { mine } from "@/lib/accounts/identity/policy";
import { isFreshlyProved } from "@/lib/accounts/sessions/rules";
import { page, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { ClosingForm } from "./_components/closing-form";
import { DownloadPanel } from "./_components/download-panel";
import { closingRules } from "./closing-rules";

export const metadata = titled("Téléchargement et fermeture");

/** One's data: a copy to take away, and the closing of the account (MC-30). */
export default page({ name: "account.data", policy: "signed_in" }, async (ctx) => {
  const actor = mine(ctx.actor);
  const [lastPage, lastJson, obstacles, { dataProtectionAddress }] = await Promise.all([
    lastDownload(ctx, actor, "page"),
    lastDownload(ctx, actor, "json"),
    readClosingObstacles(ctx, closingRules),
    readInstitution(ctx),
  ]);
  return (
    <>
      <AccountBreadcrumb current="Téléchargement et fermeture" />
      <PageHeader
        title="Téléchargement et fermeture"
        lead={
          <>
            Pour toute autre question sur vos données, écrivez à{" "}
            <a className="link" href={`mailto:${dataProtectionAddress}`}>
              {dataProtectionAddress}
            </a>
            .
          </>
        }
      />
      <Section title="Télécharger mes données">
        <DownloadPanel
          proved={isFreshlyProved(actor.provedAt, ctx.now)}
          waits={{ page: waitBeforeDownload(lastPage, ctx.now), json: waitBeforeDownload(lastJson, ctx.now) }}
        />
      </Section>
      <Section title="Fermer mon compte" lead="La fermeture est immédiate et ne peut pas être annulée.">
        {obstacles.length === 0 ? <Closing /> : <Obstacles reasons={obstacles} />}
      </Section>
    </>
  );
});

const Obstacles = ({ reasons }: { readonly reasons: readonly string[] }) => (
  <div className="max-w-3xl">
    <Alert tone="warning" title="Votre compte ne peut pas être fermé pour l’instant">
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </Alert>
  </div>
);

const Closing = () => (
  <>
    <ul className="measure mb-6 list-disc space-y-1.5 pl-5">
      <li>Vos informations sont effacées : identité, adresses, téléphone, photo, mot de passe, seconds facteurs et autorisations.</li>
      <li>Vous perdez l’accès à toutes les applications, et vos appareils sont déconnectés.</li>
      <li>Le journal de sécurité garde vos actions passées pendant sa durée de conservation, sous un numéro, sans votre nom.</li>
      <li>
        Si une demande d’inscription comme intervenant a déjà été étudiée sans être retenue, une empreinte de vos adresses est gardée
        jusqu’au jour où une nouvelle demande est possible. Elle ne dit rien d’autre, puis elle est effacée.
      </li>
      <li>Votre adresse redevient libre : vous pourrez créer un nouveau compte, vide, avec elle.</li>
    </ul>
    <ClosingForm />
  </>
);
