"use client";

import { Download, Printer } from "lucide-react";
import { useHydrated } from "@/components/form/use-hydrated";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

/** The ten codes, the one time they are shown: to print, download or copy. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const alive = useHydrated();
  return (
    <section aria-labelledby="codes-de-secours" className="space-y-4">
      <h2 id="codes-de-secours" className="text-xl">
        Vos codes de secours
      </h2>
      <p className="measure">
        Si vous perdez votre téléphone ou votre clé, chacun de ces codes permet de vous connecter <strong>une fois</strong>. Imprimez-les ou
        rangez-les en lieu sûr : <strong>ils ne seront plus affichés</strong>.
      </p>
      <ol className="grid max-w-md grid-cols-2 gap-x-4 gap-y-2 rounded-md border border-line bg-surface-sunken p-4 font-mono whitespace-nowrap sm:gap-x-8 sm:p-5 sm:text-lg">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      {alive && (
        <div className="flex flex-wrap gap-3 print:hidden">
          <CopyButton text={codes.join("\n")} label="Copier" what="les codes de secours" />
          <Button variant="secondary" size="small" icon={<Download aria-hidden size={18} />} onClick={() => download(codes)}>
            Télécharger
          </Button>
          <Button variant="secondary" size="small" icon={<Printer aria-hidden size={18} />} onClick={() => window.print()}>
            Imprimer
          </Button>
        </div>
      )}
    </section>
  );
}

function download(codes: readonly string[]): void {
  const text = [
    "Codes de secours",
    `Site : ${location.host}`,
    "Chaque code permet de se connecter une fois, avec votre mot de passe.",
    "",
    ...codes,
    "",
  ].join("\r\n");
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "codes-de-secours.txt";
  link.click();
  URL.revokeObjectURL(address);
}
