import { CenteredPanel } from "@/components/shell/centered-panel";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { SignInBox } from "../_components/sign-in-box";

export const metadata = titled("S’authentifier");

/** The address that trainers know by heart: the way to the sign-in, and back to the portal (EI-01). */
export default page({ name: "trainers.sign_in", policy: "visitor" }, ({ actor }) =>
  Promise.resolve(
    <CenteredPanel
      title="Veuillez vous authentifier"
      lead="L’Espace Intervenants s’ouvre avec votre compte, le même pour toutes les applications."
    >
      <SignInBox name={actor.kind === "account" && actor.secondFactor !== "missing" ? `${actor.firstName} ${actor.lastName}` : null} />
      <p className="mt-6 border-t border-line pt-5">
        <TextLink href={paths.trainers.home}>Retour au portail</TextLink>
      </p>
    </CenteredPanel>,
  ),
);
