"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { type FormAction, idle } from "@/lib/core/form-state";
import { paths } from "@/lib/core/paths";

/** Asks once, at the bottom of the page: accepting and refusing take the same one press (EI-05). */
export function CookiePanel({ action }: { readonly action: FormAction }) {
  const [, post, pending] = useActionState(action, idle);
  return (
    <section aria-label="Cookies" data-bottom-bar className="sticky bottom-0 z-20 border-t border-line bg-surface-raised shadow-raised">
      <div className="mx-auto flex max-w-[90rem] flex-col gap-4 px-4 py-4 sm:px-6 lg:flex-row lg:items-center lg:justify-between">
        <p className="measure">
          Nous aimerions mesurer la fréquentation de ce site avec Matomo, pour l’améliorer. Rien n’est enregistré sans votre accord, et
          votre choix est gardé 6 mois. <TextLink href={paths.legal.cookies}>En savoir plus</TextLink>
        </p>
        <form action={post} className="flex shrink-0 flex-wrap gap-3">
          <Button type="submit" name="matomo" value="allow" pending={pending}>
            OK, tout accepter
          </Button>
          <Button type="submit" name="matomo" value="forbid" pending={pending}>
            Tout refuser
          </Button>
          <TextLink href={paths.legal.cookies} className="inline-flex min-h-11 items-center px-2">
            Personnaliser
          </TextLink>
        </form>
      </div>
    </section>
  );
}
