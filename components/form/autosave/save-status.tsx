import { CircleCheck, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import type { SaveState } from "./save-answer";

/** "Enregistré à 14:02": where what is typed is, said and announced. */
export function SaveStatus({ state, signInHref }: { readonly state: SaveState; readonly signInHref: string }) {
  return (
    <div data-bottom-bar className="sticky bottom-0 z-10 -mx-1 border-t border-line bg-surface/95 px-1 py-2 text-sm print:hidden">
      <p role="status" className="flex min-h-6 items-center gap-2 text-ink-soft">
        <Words state={state} signInHref={signInHref} />
      </p>
    </div>
  );
}

function Words({ state, signInHref }: { readonly state: SaveState; readonly signInHref: string }) {
  switch (state.step) {
    case "quiet":
      return "Ce que vous saisissez est enregistré au fur et à mesure.";
    case "waiting":
    case "saving":
      return (
        <>
          <LoaderCircle aria-hidden size={16} className="shrink-0" />
          <span>Enregistrement…</span>
        </>
      );
    case "saved":
      return (
        <>
          <CircleCheck aria-hidden size={16} className="shrink-0 text-success" />
          <span>Enregistré à {state.at}</span>
        </>
      );
    case "offline":
      return (
        <>
          <CloudOff aria-hidden size={16} className="shrink-0 text-warning" />
          <span>
            Hors ligne
            {state.kept
              ? " : gardé sur cet appareil, envoyé dès le retour de la connexion."
              : ". Ne fermez pas cette page : vos réponses n’existent qu’ici."}
          </span>
        </>
      );
    case "signed_out":
      return (
        <>
          <TriangleAlert aria-hidden size={16} className="shrink-0 text-warning" />
          <span>
            Votre session est terminée{state.kept ? " : vos réponses sont gardées sur cet appareil. " : ". Ne fermez pas cette page. "}
            <a href={signInHref} target="_blank" rel="noreferrer" className="link font-semibold">
              Se reconnecter dans un autre onglet
            </a>
            , puis revenez ici : l’enregistrement reprend seul.
          </span>
        </>
      );
    case "refused":
      return (
        <>
          <TriangleAlert aria-hidden size={16} className="shrink-0 text-danger" />
          <span>Pas encore enregistré : {state.message}</span>
        </>
      );
  }
}
