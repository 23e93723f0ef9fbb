import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";

/** In the place of what asks for a password given a short while ago. */
export function ConfirmFirst({ what, back }: { /** "donner ou retirer un rôle" */ readonly what: string; readonly back: string }) {
  return (
    <Alert tone="info" title="Confirmez d’abord votre mot de passe">
      <p>Pour {what}, votre mot de passe doit avoir été saisi il y a moins de 15 minutes. Vous reviendrez ensuite ici.</p>
      <p>
        <LinkButton href={paths.account.confirmPassword({ retour: back })} variant="secondary" prefetch={false}>
          Confirmer mon mot de passe
        </LinkButton>
      </p>
    </Alert>
  );
}
