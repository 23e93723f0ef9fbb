import { askForProof } from "@/app/compte/confirmer/ask-for-proof";
import { CenteredPanel } from "@/components/shell/centered-panel";
import { type Factors, readFactors } from "@/lib/accounts/second-factor/read-factors";
import { isFactorCompulsory } from "@/lib/accounts/second-factor/rules";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, text, titled } from "@/lib/entry/page";
import { readSettings } from "@/lib/settings/read-settings";
import { RemoveForm } from "./_components/remove-form";

export const metadata = titled("Retirer un second facteur");

/** Says what removing a factor will change, then does it. */
export default page({ name: "account.remove_factor", policy: "signed_in" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") return null;
  const factor = text(searchParams["moyen"]) ?? "";
  const factors = await readFactors(ctx, ctx.actor.accountId);
  const name = nameOf(factors, factor);
  if (name === null) throw absent();
  askForProof(ctx, paths.account.removeFactor({ moyen: factor }));
  const isLast = (factors.totp === null ? 0 : 1) + factors.passkeys.length === 1;
  const compulsory = isFactorCompulsory(
    ctx.actor.grants.map(({ role }) => role),
    await readSettings(ctx),
  );
  return (
    <CenteredPanel title={`Retirer ${name} ?`}>
      <div className="mb-6 space-y-3">
        <p>{isLast ? consequence(compulsory) : "Vos autres moyens de vous connecter restent en service."}</p>
        <p>Un courriel préviendra toutes les adresses de votre compte.</p>
      </div>
      <RemoveForm factor={factor} />
    </CenteredPanel>
  );
});

function nameOf({ totp, passkeys }: Factors, factor: string): string | null {
  if (factor === "totp") return totp === null ? null : "l’application de codes";
  const passkey = passkeys.find(({ id }) => id === factor);
  return passkey === undefined ? null : `la clé d’accès « ${passkey.name} »`;
}

const consequence = (compulsory: boolean) =>
  compulsory
    ? "C’est votre dernier second facteur, et votre rôle en demande un : vous devrez en configurer un autre aussitôt. Vos codes de secours cesseront aussi de fonctionner."
    : "C’est votre dernier second facteur : votre compte ne sera plus protégé que par votre mot de passe, et vos codes de secours cesseront de fonctionner.";
