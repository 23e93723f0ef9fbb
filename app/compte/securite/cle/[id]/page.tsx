import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { readFactors } from "@/lib/accounts/second-factor/read-factors";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, titled } from "@/lib/entry/page";
import { RenameForm } from "./_components/rename-form";

export const metadata = titled("Renommer une clé d’accès");

export default page({ name: "account.passkey", policy: "signed_in" }, async (ctx, { params }) => {
  if (ctx.actor.kind !== "account") return null;
  const { passkeys } = await readFactors(ctx, ctx.actor.accountId);
  const passkey = passkeys.find(({ id }) => id === params["id"]);
  if (passkey === undefined) throw absent();
  return (
    <>
      <AccountBreadcrumb parents={[{ label: "Second facteur", href: paths.account.security }]} current={passkey.name} />
      <PageHeader
        title="Renommer une clé d’accès"
        lead="Le nom sert à la reconnaître dans votre liste ; il ne change rien à son fonctionnement."
      />
      <RenameForm id={passkey.id} name={passkey.name} />
    </>
  );
});
