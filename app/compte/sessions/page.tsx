import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { listSessions } from "@/lib/accounts/sessions/list-sessions";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { RevokeOthersButton } from "./_components/revoke-button";
import { SessionList } from "./_components/session-list";

export const metadata = titled("Appareils connectés");

/** Where the account is open, and how to close it there (MC-12). */
export default page({ name: "account.sessions", policy: "signed_in" }, async (ctx) => {
  const sessions = await listSessions(ctx);
  return (
    <>
      <AccountBreadcrumb current="Appareils connectés" />
      <PageHeader
        title="Appareils connectés"
        lead="Chaque ligne est une session ouverte avec votre compte. Vous ne reconnaissez pas un appareil ? Déconnectez-le, puis changez votre mot de passe."
      />
      <div className="max-w-3xl space-y-6">
        <SessionList sessions={sessions} />
        {sessions.length > 1 ? (
          <RevokeOthersButton />
        ) : (
          <p className="text-ink-soft">Aucun autre appareil n’est connecté à votre compte.</p>
        )}
        <p>
          <TextLink href={paths.account.password}>Changer mon mot de passe</TextLink> déconnecte aussi tous les autres appareils.
        </p>
      </div>
    </>
  );
});
