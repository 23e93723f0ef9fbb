"use client";

import { ActButton } from "@/components/gestion/act-button";
import { FileField } from "@/components/form/file-field";
import type { FileRules } from "@/components/form/file-rules";
import { Logo } from "@/components/shell/logo";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";
import type { Logo as Picture } from "@/lib/settings/logo/vocabulary";
import { removeLogoAction } from "../actions";

/** The logo: a plain form sends it and comes back here, with or without JavaScript. */
export function LogoForm({ logo, rules }: { readonly logo: Picture | null; readonly rules: FileRules }) {
  return (
    <div id="logo" className="mt-8 max-w-xl scroll-mt-6 space-y-4">
      <h3 className="text-lg">Logo</h3>
      <p className="text-ink-soft">Facultatif. Il est montré à côté du nom, en haut des pages et des courriels.</p>
      {logo !== null && (
        <div className="flex flex-wrap items-center gap-6 rounded-lg border border-line bg-surface-raised p-4">
          <Logo {...logo} />
          <ActButton
            action={removeLogoAction}
            variant="secondary"
            size="small"
            confirm={{
              title: "Retirer le logo ?",
              body: "Le nom de l’établissement sera de nouveau montré seul, sur toutes les pages et dans les prochains courriels.",
              confirmLabel: "Retirer le logo",
            }}
          >
            Retirer le logo
          </ActButton>
        </div>
      )}
      <form method="post" action={paths.api.sendLogo} encType="multipart/form-data" className="space-y-4">
        <FileField name="file" label={logo === null ? "Ajouter un logo" : "Changer de logo"} rules={rules} required />
        <Button type="submit">Enregistrer le logo</Button>
      </form>
    </div>
  );
}
