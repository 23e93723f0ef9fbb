import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";

interface Props {
  /** Who is signed in already; null for a visitor. */
  readonly name: string | null;
}

/** The way in from the portal: leads to the one page where a password is typed, with the address filled in (EI-01, MC-10). */
export function SignInBox({ name }: Props) {
  if (name !== null)
    return (
      <div className="space-y-2">
        <p>
          Une session est ouverte au nom de <strong>{name}</strong>.
        </p>
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          <TextLink href={paths.account.home}>Mon compte</TextLink>
          <TextLink href={paths.applications}>Mes applications</TextLink>
        </p>
      </div>
    );
  return (
    <form action={paths.account.signIn()} method="get" className="space-y-3">
      <input type="hidden" name="retour" value={paths.trainers.home} />
      <label htmlFor="identifiant" className="block w-fit font-semibold">
        Identifiant
      </label>
      <p id="identifiant-hint" className="-mt-3 text-sm text-ink-soft">
        Votre adresse électronique
      </p>
      <input
        id="identifiant"
        name="courriel"
        type="email"
        autoComplete="username"
        maxLength={254}
        aria-describedby="identifiant-hint"
        className="control"
      />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit">Me connecter</Button>
        <TextLink href={paths.account.forgotten()}>Mot de passe oublié&nbsp;?</TextLink>
      </div>
    </form>
  );
}
