import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { askForProof } from "@/app/compte/confirmer/ask-for-proof";
import { PageHeader } from "@/components/ui/page-header";
import { paths, safeReturn } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { passSecurityDoor } from "../security-door";
import { NewPasskeyForm } from "./_components/new-passkey-form";

export const metadata = titled("Nouvelle clé d’accès");

export default page({ name: "account.new_passkey", policy: "first_factor" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") return null;
  const retour = safeReturn(text(searchParams["retour"]));
  const here = paths.account.newPasskey({ retour });
  await passSecurityDoor(ctx, ctx.actor, here);
  askForProof(ctx, here);
  return (
    <>
      <AccountBreadcrumb
        parents={[{ label: "Second facteur", href: paths.account.chooseFactor({ retour }) }]}
        current="Nouvelle clé d’accès"
      />
      <PageHeader
        title="Nouvelle clé d’accès"
        lead="Votre appareil va vous demander votre empreinte, votre visage ou son code : ils restent dans l’appareil et ne nous sont jamais transmis."
      />
      <NewPasskeyForm retour={retour ?? ""} />
    </>
  );
});
