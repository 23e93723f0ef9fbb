import { redirect } from "next/navigation";
import { CenteredPanel } from "@/components/shell/centered-panel";
import { SupportLine } from "@/components/ui/support-line";
import { TextLink } from "@/components/ui/text-link";
import { readFactors } from "@/lib/accounts/second-factor/read-factors";
import { isFreshlyProved } from "@/lib/accounts/sessions/rules";
import { paths, safeReturn } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { ProveForm } from "./_components/prove-form";

export const metadata = titled("Confirmer mon mot de passe");

/** Before a sensitive act, when the password was given too long ago; then back to where one was going. */
export default page({ name: "session.prove_again", policy: "first_factor" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") return null;
  const retour = safeReturn(text(searchParams["retour"]));
  if (isFreshlyProved(ctx.actor.provedAt, ctx.now)) redirect(retour ?? paths.account.security);
  const [{ passkeys }, { supportPhone, supportHours }] = await Promise.all([readFactors(ctx, ctx.actor.accountId), readInstitution(ctx)]);
  return (
    <CenteredPanel
      title="Confirmez que c’est bien vous"
      lead={`Vous touchez à la sécurité ou aux données du compte ${ctx.actor.address}. Saisissez votre mot de passe pour continuer ; il ne sera pas redemandé pendant 15 minutes.`}
      after={<SupportLine phone={supportPhone} hours={supportHours} />}
    >
      <ProveForm retour={retour ?? ""} hasPasskey={passkeys.length > 0} />
      <p className="mt-6 border-t border-line pt-5">
        <TextLink href={paths.account.home}>Revenir à mon compte sans rien changer</TextLink>
      </p>
    </CenteredPanel>
  );
});
